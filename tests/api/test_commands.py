"""Everything that the terminal can do the API can do: every command is named by an operation of docs/openapi.json
(x-commands), or stands below with the reason why it has no meaning over HTTP."""
import os
import re

from harness import ROOT

ONLY_THE_TERMINAL = {
    "audit alert": "is for a store without a server, which tells by itself (serve --alerts)",
    "audit checkpoint": "the private key that signs stays out of the server, which could forge what it keeps",
    "cpe": "computes from what stands behind it alone, and needs no store",
    "csaf index": "writes the lists of a folder that another program serves; the server makes its own at /advisories",
    "cvss": "computes from what stands behind it alone, and needs no store",
    "demo": "fills a new store",
    "purl": "computes from what stands behind it alone, and needs no store",
    "restore": "puts a backup in the place of a store that is not in use",
    "serve": "is the server",
    "version": "computes from what stands behind it alone, and needs no store",
}
def commands(server):
    """The names of the table in src/cli, each of which "aftercare help" lists."""
    listed, found = server.run_plain("help").stdout.splitlines()[2:-2], set()
    for folder, _, files in os.walk(os.path.join(ROOT, "src", "cli")):
        for name in files:
            with open(os.path.join(folder, name), encoding="utf-8") as source:
                found |= set(re.findall(r"^\t\.name = \"(.*)\",$", source.read(), re.MULTILINE))
    for line in listed:
        assert any(line[2:].startswith(name + " ") for name in found), line
    assert len(listed) == len(found), (len(listed), len(found))
    return found


def test_every_command_has_an_operation(server):
    known, named = commands(server), {}
    for path, item in server.contract.document["paths"].items():
        for method, operation in item.items():
            if isinstance(operation, dict):
                for command in operation.get("x-commands", []):
                    named.setdefault(command, []).append(f"{method.upper()} {path}")
    assert len(known) > 100, known
    assert not known - set(named) - set(ONLY_THE_TERMINAL), \
        f"neither by the API nor among the exceptions: {sorted(known - set(named) - set(ONLY_THE_TERMINAL))}"
    assert not set(named) - known, f"openapi.json names commands that there are not: {sorted(set(named) - known)}"
    assert not set(ONLY_THE_TERMINAL) - known, sorted(set(ONLY_THE_TERMINAL) - known)
    assert not set(ONLY_THE_TERMINAL) & set(named), sorted(set(ONLY_THE_TERMINAL) & set(named))
