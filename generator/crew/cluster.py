"""The workers of a Dask cluster, which must run the same program and see the same folders."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.problems import ConfigError, KaoheError

PATIENCE = 10
"""Seconds for the scheduler to answer."""


@dataclass(frozen=True)
class Cluster:
    """A Dask cluster on a network nobody else can reach; it runs whatever it is given."""

    address: str
    """Of the scheduler: `tcp://10.1.2.3:8786`."""
    version: Callable[[], str]
    """Says of a process which program it runs; a function of a module, since workers run it too."""

    @contextmanager
    def at_work(self, folder: Path) -> Iterator[Executor]:
        """Its executor; ConfigError when it does not answer or its workers are no use, or one was lost.

        After an error what was not begun is not begun any more.
        """
        with self._client() as client:
            workers = _usable(client, folder.absolute(), self.version)
            executor: Executor = client.get_executor(workers=workers, pure=False)
            try:
                yield executor
            except BaseException as error:
                executor.shutdown(wait=False)
                if isinstance(error, CancelledError) or type(error).__name__ == "KilledWorker":
                    raise ConfigError(
                        f"集群 {self.address} 的工作进程中断了，没有生成。请检查集群"
                    ) from error
                raise

    @contextmanager
    def _client(self) -> Iterator[Any]:
        try:
            # Here and not above: it is an extra, and takes longer to load than a small build.
            from distributed import Client  # noqa: PLC0415
        except ImportError as error:
            raise ConfigError("没有安装集群所需的软件包，请运行 pip install 'kaohe[cluster]'") from error
        try:
            connect: Any = Client
            client = connect(self.address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ConfigError(f"集群 {self.address} 在 {PATIENCE} 秒内没有应答，请核对地址和网络") from error
        with client:
            yield client


@dataclass(frozen=True)
class Seen:
    """What a worker says of itself."""

    version: str
    folder: bool
    """Whether it reads and writes where this process does."""


def look(folder: Path, token: str, version: Callable[[], str]) -> Seen:
    """On a worker: whether the folder holds that token, and takes an answer."""
    try:
        same = (folder / token).read_text(encoding="utf-8") == token
        (folder / f"{token}-{secrets.token_hex(8)}").write_text(token, encoding="utf-8")
    except OSError:
        same = False
    return Seen(version(), same)


def _usable(client: Any, folder: Path, version: Callable[[], str]) -> list[str]:
    """The addresses of the workers, every one of which can be used."""
    token = secrets.token_hex(8)
    meeting = folder / f".cluster-{token}"
    meeting.mkdir(parents=True)
    try:
        (meeting / token).write_text(token, encoding="utf-8")
        seen = client.run(look, meeting, token, version, on_error="return")
        answers = sum(1 for _ in meeting.iterdir()) - 1
    finally:
        shutil.rmtree(meeting)
    _check(seen, version(), folder)
    if answers != len(seen):
        raise ConfigError(f"集群的工作进程写不了 {folder}，请使用共享文件夹")
    return list(seen)


def _check(seen: Mapping[str, Seen | BaseException], version: str, folder: Path) -> None:
    if not seen:
        raise ConfigError("集群没有工作进程，请先启动 dask worker")
    for address, one in seen.items():
        if isinstance(one, KaoheError):
            raise one
        if isinstance(one, BaseException) or one.version != version:
            raise ConfigError(f"工作进程 {address} 的程序或软件包与本机不同，请安装同一版本并重新启动它")
        if not one.folder:
            raise ConfigError(f"工作进程 {address} 看不到 {folder}，请使用共享文件夹")
