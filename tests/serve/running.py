"""A preview that runs in a process of its own, and what it answers."""

import http.client
import json
import re
import subprocess
import sys
from contextlib import closing, contextmanager
from urllib.parse import urlsplit


class Running:
    """A server in a process of its own."""

    def __init__(self, folder, *options):
        command = [sys.executable, "-m", "studyguide", "serve", str(folder), "--no-open", "--no-cache", *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.said = []
        while not (found := re.search(r"http://\S+", self.said[-1] if self.said else "")):
            line = self.process.stdout.readline()
            assert line, self.said
            self.said.append(line)
        self.address = urlsplit(found[0])
        self.token = self.address.path

    def get(self, path="", *, method="GET", token=None, seconds=60, **headers):
        """Status, headers and body; the path is below the token."""
        connection = http.client.HTTPConnection("127.0.0.1", self.address.port, timeout=seconds)
        with closing(connection):
            whole = (self.token if token is None else token) + path
            connection.putrequest(method, whole, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()

    @contextmanager
    def events(self, edition=""):
        """What is told, one by one."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.address.port, timeout=60)) as connection:
            connection.request("GET", f"{self.token}_/events?edition={edition}")
            with closing(connection.getresponse()) as answer:
                yield (json.loads(line[6:]) for line in answer if line.startswith(b"data: "))

    def end(self):
        self.process.kill()
        self.process.communicate()
