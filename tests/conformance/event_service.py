"""The event service of the sandbox before a client that shares nothing with it: Python's websockets.

    python event_service.py PATH_OF_THE_COMMAND

Ends with 0 and says what was looked at, or with the first thing that is not as it should be.
"""

import base64
import json
import subprocess
import sys
import urllib.request

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

EMAIL, PASSWORD = "ann@example.com", "made-up password"
EVENT = {"type": "sms", "message": "Grüße, 世界 🐦", "payload": {"state": "success"}}


def ask(url, method="GET", body=None, **headers):
    data = None if body is None else json.dumps(body).encode()
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    headers["Content-Type"] = "application/json"
    request = urllib.request.Request(url, data=data, method=method, headers=headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)["payload"]


def introduction(token):
    return json.dumps({"type": "auth", "payload": token})


def introduced(socket, message):
    asked, agreed = socket.request.headers, socket.response.headers
    assert "permessage-deflate" in asked["Sec-WebSocket-Extensions"]
    assert "Sec-WebSocket-Extensions" not in agreed, "no extension was to be agreed on"
    assert socket.protocol.extensions == []
    socket.send(message)
    return json.loads(socket.recv(timeout=10))


def in_pieces(socket, message):
    """A message of one frame for each character, with a ping among them."""
    for number, character in enumerate(message):
        if number == 10:
            socket.ping()
        yield character


def closed_with(socket):
    try:
        return socket.recv(timeout=10)
    except ConnectionClosed as closed:
        return closed.rcvd.code


def accepted(answer, form):
    assert answer["type"] == "auth", answer
    # Only the older answer says that it is one.
    assert answer.get("success") == {"2021": True, "2024": None}[form], answer
    assert ("uuid" in answer) == (form == "2024"), answer
    assert answer["payload"]["user"]["email"] == EMAIL, answer
    return f"the answer of {form}"


def refused(answer):
    assert answer["type"] == "auth" and answer["success"] is False, answer


def look(ready, form):
    base, control = ready["base_url"], ready["control_url"]
    basic = base64.b64encode(f"{EMAIL}:{PASSWORD}".encode()).decode()
    token = ask(f"{base}/rest/auth", Authorization=f"Basic {basic}")["token"]
    subscription = {"channel": "wss", "type": "sms"}
    ask(f"{base}/rest/event/subscription", "POST", subscription, X_Auth_Token=token)

    service = "ws" + base.removeprefix("http")
    for path in ["/", "/wss"]:
        with connect(service + path, open_timeout=10) as socket:
            yield accepted(introduced(socket, introduction(token)), form)
            yield f"a credential at {path}"
            yield "compression declined"
            assert socket.ping().wait(10)
            yield "a ping"
            for number in range(100):
                event = {**EVENT, "number": number}
                sent = ask(f"{control}/events", "POST", {"user": EMAIL, "event": event})
                assert sent == {"connections": 1}, sent
            for number in range(100):
                event = json.loads(socket.recv(timeout=10))
                assert event == {**EVENT, "number": number}, event
            yield "100 events in order"
            ask(f"{control}/connections?code=1012", "DELETE")
            assert closed_with(socket) == 1012
            yield "a close code"

    with connect(f"{service}/wss", open_timeout=10) as socket:
        accepted(introduced(socket, in_pieces(socket, introduction(token))), form)
        yield "a credential in fragments"

    for message, code, name in [
        (introduction("made up"), 4401, "a refusal"),
        ("made up", 4400, "no credential"),
        (introduction(token).encode(), 4400, "a binary credential"),
    ]:
        with connect(f"{service}/wss", open_timeout=10) as socket:
            refused(introduced(socket, message))
            assert closed_with(socket) == code
            yield name


def main():
    seen = []
    for form in ["2021", "2024"]:
        command = [sys.argv[1], "--json", "--listen", "127.0.0.1:0", "--exit-with-parent"]
        command += ["--user", f"{EMAIL}:{PASSWORD}", "--auth-answer", form]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL) as sandbox:
            try:
                seen += look(json.loads(sandbox.stdout.readline()), form)
            finally:
                sandbox.terminate()
    print(f"{len(seen)} looks: {', '.join(dict.fromkeys(seen))}")


if __name__ == "__main__":
    main()
