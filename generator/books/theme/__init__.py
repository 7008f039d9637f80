"""What MkDocs and Material print around planned pages, and how they are made to."""
