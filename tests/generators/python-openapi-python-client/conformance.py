"""The conformance steps with the client that openapi-python-client makes."""

import base64
import json
import sys

from opentact_python_client import AuthenticatedClient
from opentact_python_client.api.auth import authenticate
from opentact_python_client.api.subscriptions import (
    create_subscription,
    delete_subscription,
    list_subscriptions,
)
from opentact_python_client.api.tokens import (
    create_token,
    delete_all_tokens,
    delete_token,
    list_tokens,
    update_token,
)
from opentact_python_client.models import (
    AuthenticateResponse,
    CreateSubscriptionRequest,
    CreateTokenRequest,
    CreateTokenResponse,
    DeleteAllTokensResponse,
    DeleteSubscriptionResponse,
    ErrorResponse,
    ListSubscriptionsResponse,
    ListTokensResponse,
    SubscriptionResponse,
    TokenResponse,
    UpdateTokenRequest,
)

with open(sys.argv[1], encoding="utf-8") as file:
    WORLD = json.load(file)
CREDENTIALS = WORLD["credentials"]
EMAIL, _, PASSWORD = CREDENTIALS["basic"].partition(":")

# The client knows one header and one prefix, whatever the document says: the caller names them.
PLACES = {
    "basic": ("Authorization", "Basic"),
    "bearer": ("Authorization", "Bearer"),
    "jwt": ("X-Auth-Token", ""),
    "google": ("X-Auth-Google-Token", ""),
    "facebook": ("X-Auth-Facebook-Token", ""),
    "ha1b": ("X-Auth-HA1B-Token", ""),
}


def client(scheme, value=None):
    """A client that sends one credential in one place."""
    value = value or CREDENTIALS[scheme]
    if scheme == "basic":
        value = base64.b64encode(value.encode()).decode()
    header, prefix = PLACES[scheme]
    return AuthenticatedClient(
        base_url=WORLD["base_url"], token=value, prefix=prefix, auth_header_name=header
    )


def payload(answer, of):
    assert isinstance(answer, of), f"{type(answer).__name__} instead of {of.__name__}"
    return answer.payload


def login(scheme):
    answer = authenticate.sync(client=client(scheme))
    assert payload(answer, AuthenticateResponse).email == WORLD["email"], "somebody else"


def refused():
    answer = authenticate.sync(client=client("basic", f"{EMAIL}:not {PASSWORD}"))
    assert isinstance(answer, ErrorResponse), type(answer)
    assert (answer.status, answer.message) == (401, "Unauthorized")


caller = client("basic")
created = None


def create():
    global created
    body = CreateTokenRequest(name="conformance", ttl=3600)
    created = payload(create_token.sync(client=caller, body=body), CreateTokenResponse)
    assert len(created.token) == 48 and created.name == "conformance"


def list_():
    tokens = payload(list_tokens.sync(client=caller), ListTokensResponse)
    assert created.uuid in [token.uuid for token in tokens]


def update():
    body = UpdateTokenRequest(name="renamed")
    answer = update_token.sync(created.uuid, client=caller, body=body)
    assert payload(answer, TokenResponse).name == "renamed"


def delete():
    answer = delete_token.sync(created.token, client=caller)
    assert payload(answer, TokenResponse).name == "renamed"


def delete_all():
    payload(delete_all_tokens.sync(client=caller), DeleteAllTokensResponse)
    assert payload(list_tokens.sync(client=caller), ListTokensResponse) == []


subscribed = None


def subscribe():
    global subscribed
    body = CreateSubscriptionRequest(channel="wss", type_="auth")
    answer = create_subscription.sync(client=caller, body=body)
    subscribed = payload(answer, SubscriptionResponse)
    assert (subscribed.channel, subscribed.type_) == ("wss", "auth")


def subscriptions():
    listed = payload(list_subscriptions.sync(client=caller), ListSubscriptionsResponse)
    assert subscribed.uuid in [one.uuid for one in listed]


def unsubscribe():
    answer = delete_subscription.sync(subscribed.uuid, client=caller)
    payload(answer, DeleteSubscriptionResponse)
    assert payload(list_subscriptions.sync(client=caller), ListSubscriptionsResponse) == []


def outcome(step, *arguments):
    try:
        step(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "ok"


outcomes = {f"login {scheme}": outcome(login, scheme) for scheme in PLACES}
outcomes["refused"] = outcome(refused)
outcomes["create"] = outcome(create)
outcomes["list"] = outcome(list_)
outcomes["update"] = outcome(update)
outcomes["delete"] = outcome(delete)
outcomes["delete all"] = outcome(delete_all)
outcomes["subscribe"] = outcome(subscribe)
outcomes["subscriptions"] = outcome(subscriptions)
outcomes["unsubscribe"] = outcome(unsubscribe)
print(json.dumps(outcomes))
