"""整改台账: the ledger and one page a problem."""
