"""Security events are told by mail: at once, none lost, none twice."""
import json
import os
import socket
import threading
import time

from harness import SECRET


class MailServer:
    """As much of SMTP (RFC 5321) as takes a message; refuses the first so many."""

    def __init__(self, refusals=0):
        self.refusals, self.mails, self.receivers = refusals, [], []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            with connection, connection.makefile("rwb") as stream:
                self.talk(stream)

    def talk(self, stream):
        def say(line):
            stream.write(line.encode() + b"\r\n")
            stream.flush()

        say("220 mail")
        for line in stream:
            word = line.split(b" ")[0].strip().upper()
            if word == b"EHLO":
                say("250 mail")
            elif word == b"MAIL" and self.refusals > 0:
                self.refusals -= 1
                say("451 not now")
            elif word == b"RCPT":
                self.receivers.append(line.decode().strip())
                say("250 ok")
            elif word == b"DATA":
                say("354 go on")
                text = b""
                while not text.endswith(b"\r\n.\r\n"):
                    text += stream.readline()
                self.mails.append(text.decode())
                say("250 kept")
            elif word == b"QUIT":
                say("221 bye")
                return
            else:
                say("250 ok")

    def wait_for(self, count, seconds=20):
        until = time.time() + seconds
        while len(self.mails) < count and time.time() < until:
            time.sleep(0.05)
        assert len(self.mails) >= count, self.mails
        return self.mails[count - 1]

    def close(self):
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()


def config_file(site, mail, **more):
    path = os.path.join(site.folder, "alerts.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"server": f"smtp://127.0.0.1:{mail.port}", "from": "aftercare@example.com",
                   "to": ["soc@example.com", "lead@example.com"], "title": "Quillmere, production",
                   "pause_seconds": 0, **more}, file)
    return path


def begin_again(server, *options):
    server.stop()
    server.start(options)


def guess(server, secret="wrong"):
    return server.client().post("/session", {"user": "ada", "secret": secret})


def told(server):
    return server.sign_in("ada").get("/trail", what="security.told").json["items"]


def test_an_attempt_is_told_of_at_once_and_once(server):
    mail = MailServer()
    server.begin()
    begin_again(server, "--alerts", config_file(server, mail))
    assert mail.mails == [] and guess(server).status == 403
    text = mail.wait_for(1)
    assert "Subject: aftercare: 1 security event\r\n" in text and "Quillmere, production" in text
    assert "user.sign-in-refused of user ada" in text and SECRET not in text
    assert mail.receivers == ["RCPT TO:<soc@example.com>", "RCPT TO:<lead@example.com>"]
    entry = told(server)[0]
    assert entry["who"] == "security alerts" and "soc@example.com" in entry["new"] and "lead@example.com" in entry["new"], entry
    # by a command on the same store, while the server runs and while it does not
    server.run("sign-in", "ada")
    begin_again(server)
    assert guess(server).status == 403
    begin_again(server, "--alerts", config_file(server, mail))
    assert mail.wait_for(2).count("user.sign-in-refused") == 1
    time.sleep(1.5)
    assert len(mail.mails) == 2
    mail.close()


def test_what_could_not_be_told_is_told_later(server):
    mail = MailServer(refusals=1)
    server.begin()
    begin_again(server, "--alerts", config_file(server, mail))
    assert guess(server).status == 403
    until = time.time() + 20
    while mail.refusals and time.time() < until:
        time.sleep(0.05)
    assert mail.refusals == 0 and mail.mails == []
    begin_again(server)  # its end tries once more
    assert "user.sign-in-refused" in mail.wait_for(1)
    server.log.seek(0)
    failures = [json.loads(line) for line in server.log if "alert_failed" in line]
    assert len(failures) == 1 and "smtp://127.0.0.1" in failures[0]["alert_failed"], failures
    mail.close()


def test_many_at_once_are_one_mail(server):
    mail = MailServer()
    server.begin()
    begin_again(server, "--alerts", config_file(server, mail, pause_seconds=3600))
    for _ in range(4):
        assert guess(server).status == 403
    first = mail.wait_for(1).count("user.sign-in-refused")
    begin_again(server)
    assert first + sum(one.count("user.sign-in-refused") for one in mail.mails[1:]) == 4
    assert len(mail.mails) <= 2, mail.mails
    mail.close()


def test_who_types_a_name_writes_no_mail(server):
    mail = MailServer()
    server.begin()
    begin_again(server, "--alerts", config_file(server, mail))
    name = "eve\r\n.\r\nMAIL FROM:<x@example.com>\r\n" + "é" * 400
    assert server.client().post("/session", {"user": name, "secret": "x"}).status in (400, 403)
    assert guess(server).status == 403
    text = mail.wait_for(1)
    assert "\r\n.\r\nMAIL" not in text and len(mail.mails) == 1
    assert all(len(line.encode()) < 998 for line in text.split("\r\n"))
    mail.close()


def test_the_terminal_tells_too(server):
    mail = MailServer()
    server.begin()
    path = config_file(server, mail)
    assert server.run("audit", "alert", "--config", path).stdout == "0 security events told\n"
    guess(server)
    assert server.run("audit", "alert", "--config", path).stdout == "1 security event told\n"
    assert server.run("audit", "alert", "--config", path).stdout == "0 security events told\n"
    mail.close()
    guess(server)
    failed = server.run("audit", "alert", "--config", path)
    assert failed.returncode != 0 and "smtp://127.0.0.1" in failed.stderr


def test_a_description_is_read_as_what_it_says(server):
    mail = MailServer()

    def refused(more):
        done = server.run("audit", "alert", "--config", config_file(server, mail, **more))
        assert done.returncode == 3, (more, done)
        return done.stderr

    assert 'server: "http://x" is no mail server' in refused({"server": "http://x"})
    assert "no mail server" in refused({"server": "smtp://mail.example.com/inbox"})
    assert 'from: "ada" is no address' in refused({"from": "ada"})
    assert "to is a list of 1 to 20 addresses" in refused({"to": []})
    assert "is no address" in refused({"to": ["a@example.com\r\nBcc: b@example.com"]})
    assert "pause_seconds is a whole number" in refused({"pause_seconds": -1})
    assert '"cc" is none of' in refused({"cc": "x"})
    secret = os.path.join(server.folder, "password")
    with open(secret, "w", encoding="utf-8") as file:
        file.write("x")
    os.chmod(secret, 0o644)
    assert "others can read the mail server's password" in refused({"password_file": secret})
    mail.close()
