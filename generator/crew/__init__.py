"""Who works on tasks that do not depend on each other: processes of this machine, or a cluster.

crew       how many may work, and where
processes  a pool of processes of this machine
cluster    the workers of a Dask cluster, which see the same folders
turn       one task at a time in a worker
"""
