"""A Dask cluster of two worker processes on this machine, until standard input ends; prints its address.

python -m tests.crew.local_cluster
"""

from __future__ import annotations

import sys

import dask
from distributed import LocalCluster


def main() -> None:
    """Start, say where, and wait."""
    dask.config.set(
        {"distributed.scheduler.allowed-failures": 0}
    )  # a task that kills its worker does so once
    with LocalCluster(n_workers=2, threads_per_worker=2, host="127.0.0.1", dashboard_address=":0") as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
