"""``python -m tests.bench.cluster``: two Dask workers; says their address, and ends when its input does."""

import sys

import dask
from distributed import LocalCluster


def main() -> None:
    """Begin, and wait."""
    dask.config.set({"distributed.worker.profile.enabled": False})
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        sys.stdout.write(f"{cluster.scheduler_address}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
