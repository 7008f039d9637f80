"""Why a site was not published: refused, or the machine did not do what was asked of it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from generator.intake.files import explain_os
from generator.problems import KaoheError
from generator.publishing.root import Root

_COMPLAINTS = {
    errno.ENOSPC: "磁盘已满（空间或文件数用完）",
    errno.EDQUOT: "超出磁盘配额",
    errno.EIO: "磁盘或网络读写出错",
    errno.EROFS: "磁盘是只读的",
    errno.ENOTEMPTY: "文件夹不是空的",
    errno.EISDIR: "应为链接或文件，却是文件夹",
    errno.EEXIST: "已有同名的文件或文件夹",
    errno.EMFILE: "打开的文件太多",
    errno.ENOMEM: "内存不足",
}


class RefusedError(KaoheError):
    """The new site may not be shown, and what was shown stays; the text is Chinese."""


class MachineError(KaoheError):
    """Disk, permissions or the check itself failed; the text says what is shown now."""


@contextmanager
def machine_faults_told(root: Root) -> Iterator[None]:
    """MachineError for every refusal of the system, with the place and what readers see afterwards."""
    before = root.shown()
    try:
        yield
    except OSError as error:
        said = _COMPLAINTS.get(error.errno) if error.errno else f"系统错误 {error}"
        said = said or explain_os(error)
        raise MachineError(
            f"{said}：{error.filename or root.path}\n{_standing(before, root.shown())}"
        ) from error


def _standing(before: str | None, now: str | None) -> str:
    if now != before:
        return f"网站已换成 {now}，只是后面的整理没有做完；排除故障后再运行一次发布即可补上。"
    return f"网站没有变，{f'仍是 {before}' if before else '还没有发布过'}。请排除故障后重新运行。"
