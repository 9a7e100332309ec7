"""The conformance steps with the client that openapi-generator makes for Python."""

import json
import sys

import opentact_python as api

with open(sys.argv[1], encoding="utf-8") as file:
    WORLD = json.load(file)
CREDENTIALS = WORLD["credentials"]
EMAIL, _, PASSWORD = CREDENTIALS["basic"].partition(":")


def client(scheme, value=None):
    """A client that sends one credential in one place."""
    value = value or CREDENTIALS[scheme]
    configuration = api.Configuration(host=WORLD["base_url"], retries=False)
    if scheme == "basic":
        configuration.username, _, configuration.password = value.partition(":")
    elif scheme == "bearer":
        configuration.access_token = value
    else:
        configuration.api_key[scheme] = value
    return api.ApiClient(configuration)


def login(scheme):
    user = api.AuthApi(client(scheme)).authenticate().payload
    assert user.email == WORLD["email"], "somebody else"


def refused():
    try:
        api.AuthApi(client("basic", f"{EMAIL}:not {PASSWORD}")).authenticate()
    except api.exceptions.UnauthorizedException as error:
        assert isinstance(error.data, api.ErrorResponse), type(error.data)
        assert (error.data.status, error.data.message) == (401, "Unauthorized")
        return
    raise AssertionError("not refused")


tokens = api.TokensApi(client("basic"))
created = None


def create():
    global created
    created = tokens.create_token(api.CreateTokenRequest(name="conformance", ttl=3600)).payload
    assert len(created.token) == 48 and created.name == "conformance"


def list_():
    assert created.uuid in [token.uuid for token in tokens.list_tokens().payload]


def update():
    answer = tokens.update_token(created.uuid, api.UpdateTokenRequest(name="renamed"))
    assert answer.payload.name == "renamed"


def delete():
    value = created.token.get_secret_value()
    assert tokens.delete_token(value).payload.name == "renamed"


def delete_all():
    assert tokens.delete_all_tokens().success
    assert tokens.list_tokens().payload == []


subscriptions_api = api.SubscriptionsApi(client("basic"))
subscribed = None


def subscribe():
    global subscribed
    request = api.CreateSubscriptionRequest(channel="wss", type="auth")
    subscribed = subscriptions_api.create_subscription(request).payload
    assert (subscribed.channel, subscribed.type) == ("wss", "auth")


def subscriptions():
    assert subscribed.uuid in [one.uuid for one in subscriptions_api.list_subscriptions().payload]


def unsubscribe():
    assert subscriptions_api.delete_subscription(subscribed.uuid).success
    assert subscriptions_api.list_subscriptions().payload == []


def outcome(step, *arguments):
    try:
        step(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return "ok"


schemes = ["basic", "bearer", "jwt", "google", "facebook", "ha1b"]
outcomes = {f"login {scheme}": outcome(login, scheme) for scheme in schemes}
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
