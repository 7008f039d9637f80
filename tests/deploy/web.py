"""A real nginx with the files of `deploy/nginx` as they are, but for folders, ports and the user's rights."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.cli import main
from tests.conftest import PROJECT

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
FILES = PROJECT / "deploy/nginx"
DOMAIN = "example.internal"
STAFF, LEADERS = f"kaohe.{DOMAIN}", f"kaohe-leaders.{DOMAIN}"
CERTIFICATE, KEY = "tls/leader.pem", "tls/leader.key"
"""Of a leader, below the server's folder."""
_MAIN = """\
user www-data;
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/log/error.log warn;
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    sendfile on;
    {temporary}
    include {folder}/etc/conf.d/*.conf;
    include {folder}/etc/sites-enabled/*;
}}
"""
_TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def free_port() -> int:
    """A port of this machine nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")


@dataclass
class Web:
    """The server of `deploy/nginx` in a folder of its own; sites are published to `srv`."""

    folder: Path
    """Every user may enter it, since nginx reads as another one."""
    port: int = field(default_factory=free_port)
    plain_port: int = field(default_factory=free_port)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def srv(self) -> Path:
        """What stands for /srv/kaohe."""
        return self.folder / "srv"

    @property
    def address(self) -> str:
        """Of the staff host, with which an answer comes whatever name the browser asks by."""
        return f"https://{STAFF}:{self.port}/"

    def start(self, *hosts: str) -> None:
        """Serve these hosts; RuntimeError with nginx's own words when it does not start."""
        etc = self.folder / "etc"
        for name in ("log", "spool", "etc/sites-enabled", "srv"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        _make_certificates(etc / "kaohe/tls")
        for name in ("conf.d/kaohe.conf", "kaohe/site.conf", "kaohe/tls.conf"):
            self._adapt(FILES / name, etc / name)
        for host in hosts:
            self._adapt(FILES / "sites-available" / host, etc / "sites-enabled" / host)
        if not (etc / "kaohe/headers.conf").exists():
            assert main(["headers", "--out", str(etc / "kaohe/headers.conf")]) == 0
        temporary = " ".join(f"{name}_temp_path {self.folder}/spool/{name};" for name in _TEMPORARY)
        (self.folder / "nginx.conf").write_text(_MAIN.format(folder=self.folder, temporary=temporary))
        self._run()

    def _adapt(self, source: Path, target: Path) -> None:
        """The file with this server's folders and ports; each of the paths it names must be known here."""
        text = source.read_text(encoding="utf-8")
        for old, new in (
            ("/etc/nginx/kaohe/", f"{self.folder}/etc/kaohe/"),
            ("/srv/kaohe/", f"{self.srv}/"),
            ("/var/log/nginx/", f"{self.folder}/log/"),
            ("listen 443 ", f"listen 127.0.0.1:{self.port} "),
            ("listen 80", f"listen 127.0.0.1:{self.plain_port}"),
        ):
            text = text.replace(old, new)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def _run(self) -> None:
        command = [NGINX, "-p", str(self.folder), "-e", f"{self.folder}/log/error.log"]
        command += ["-c", str(self.folder / "nginx.conf")]
        tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
        if tested.returncode or "[warn]" in _without_user(tested.stderr):
            raise RuntimeError(tested.stderr)
        self._process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        for _ in range(500):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        raise RuntimeError(self.complaints)

    @property
    def complaints(self) -> str:
        """What nginx wrote into its error log."""
        return (self.folder / "log/error.log").read_text(encoding="utf-8", errors="replace")

    def stop(self) -> None:
        """End it, and its workers with it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()

    def connect(self, host: str = STAFF, *, certified: bool = False) -> http.client.HTTPSConnection:
        """A connection that checks the host's certificate, and shows that of a leader if asked."""
        context = ssl.create_default_context(cafile=str(self.folder / "etc/kaohe/tls/ca.pem"))
        if certified:
            context.load_cert_chain(self.folder / "etc/kaohe" / CERTIFICATE, self.folder / "etc/kaohe" / KEY)
        made = http.client.HTTPSConnection(host, self.port, context=context)
        made._create_connection = (  # type: ignore[attr-defined]
            lambda _address, timeout, source: socket.create_connection(
                ("127.0.0.1", self.port), timeout, source
            )
        )
        return made

    def ask(
        self,
        path: str,
        method: str = "GET",
        host: str = STAFF,
        *,
        certified: bool = False,
        **headers: str,
    ) -> Answer:
        """One request on a connection of its own; `If_None_Match="…"` is a header."""
        connection = self.connect(host, certified=certified)
        found = answer(connection, path, method, **headers)
        connection.close()
        return found


def answer(connection: http.client.HTTPConnection, path: str, method: str = "GET", **headers: str) -> Answer:
    """One request on an open connection."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=sent)
    got = connection.getresponse()
    return Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, got.read())


def _without_user(said: str) -> str:
    """Who is not root is told that `user` has no effect, which is so meant."""
    return "" if os.geteuid() else said


def _make_certificates(folder: Path) -> None:
    """An authority, a certificate for each host, and one of a leader by an authority of their own."""
    if folder.exists():
        return
    folder.mkdir(parents=True)
    for name in ("ca", "leaders-ca", "group-ca"):
        _openssl("req", "-x509", *_key(folder, name), "-out", folder / f"{name}.pem", "-subj", f"/CN={name}")
    for name, host in (("staff", STAFF), ("leaders", LEADERS), ("group", f"kaohe-group.{DOMAIN}")):
        _sign(folder, name, "ca", host)
    _sign(folder, "leader", "leaders-ca", "leader-01")


def _sign(folder: Path, name: str, authority: str, subject: str) -> None:
    """A certificate of that authority for that subject."""
    request, extension = folder / f"{name}.csr", folder / f"{name}.ext"
    _openssl("req", *_key(folder, name), "-out", request, "-subj", f"/CN={subject}")
    extension.write_text(f"subjectAltName=DNS:{subject}\n")
    signer = ("-CA", folder / f"{authority}.pem", "-CAkey", folder / f"{authority}.key", "-CAcreateserial")
    _openssl("x509", "-req", "-in", request, *signer, "-extfile", extension, "-out", folder / f"{name}.pem")


def _key(folder: Path, name: str) -> tuple[str | Path, ...]:
    fast = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    return (*fast, "-keyout", folder / f"{name}.key")


def _openssl(*arguments: str | Path) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)
