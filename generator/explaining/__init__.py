"""Why a file of a site is as it is: found by its address, with its history, its templates and its sources."""
