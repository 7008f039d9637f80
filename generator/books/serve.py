"""A preview in the browser: builds, serves, rebuilds when something changes, and shows what is wrong."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.books.preview import PreviewServer
from generator.intake.snapshot import Snapshot, Source, take_snapshot
from generator.problems import ConfigError, DataError, KaoheError

POLL_SECONDS = 0.5


def serve(
    build: Callable[[], object],
    out_dir: Path,
    watch: Iterable[Source],
    host: str = "127.0.0.1",
    port: int = 8000,
) -> None:
    """Build, serve `out_dir` and rebuild on changes until interrupted; ConfigError if the port is taken.

    `build` writes `out_dir`. While it fails with a KaoheError, every page shows the reasons instead,
    and the browser reloads by itself once they are gone.
    """
    preview = Preview(build, tuple(watch))
    with open_server(out_dir, host, port) as server:
        preview.publish(server)
        _say(f"预览地址 http://{host}:{server.server_port}/  (Ctrl+C 结束)")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            preview.follow(server)
        except KeyboardInterrupt:
            _say("预览已结束")
        finally:
            server.shutdown()


def open_server(out_dir: Path, host: str, port: int) -> PreviewServer:
    """The server bound to its port; ConfigError if that fails."""
    try:
        return PreviewServer((host, port), out_dir)
    except OSError as error:
        hint = "可能已有一个预览在运行，请关闭它，或用 --port 换一个端口"
        raise ConfigError(f"无法使用 {host} 的端口 {port}({error.strerror})：{hint}") from error


@dataclass
class Preview:
    """What is watched, and how it is built."""

    build: Callable[[], object]
    watch: Sequence[Source]
    _seen: Snapshot = field(default_factory=Snapshot)

    def publish(self, server: PreviewServer) -> None:
        """Build once and let the browser know how it went."""
        self._seen = take_snapshot(self.watch)
        start = time.perf_counter()
        try:
            self.build()
        except KaoheError as error:
            reasons = _reasons(error)
            _say("\n".join(reasons))
            server.show(reasons)
        else:
            _say(f"已生成，用时 {time.perf_counter() - start:.1f} 秒")
            server.show(())

    def follow(self, server: PreviewServer) -> None:
        """Publish again each time the watched files changed; never returns by itself."""
        while True:
            time.sleep(POLL_SECONDS)
            if take_snapshot(self.watch) != self._seen:
                self._wait_for_rest()
                self.publish(server)

    def _wait_for_rest(self) -> None:
        """Wait until nothing changes any more, so that a file being written is not read half."""
        before = Snapshot()
        while (now := take_snapshot(self.watch)) != before:
            before = now
            time.sleep(POLL_SECONDS / 2)


def _reasons(error: KaoheError) -> tuple[str, ...]:
    return tuple(map(str, error.reasons)) if isinstance(error, DataError) else (str(error),)


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
