"""openapi-core, which judges a request and its answer for each line that it reads."""

import json
import sys
from urllib.parse import urlsplit

from openapi_core import OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

with open("generated/opentact.json", encoding="utf-8") as file:
    document = json.load(file)
HOST = document["servers"][0]["url"]
OPENAPI = OpenAPI.from_dict(document)


class Request:
    def __init__(self, told):
        self.host_url = HOST
        self.path = urlsplit(told["path"]).path
        self.full_url_pattern = HOST + self.path
        self.method = told["method"].lower()
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(), header=Headers(told["headers"]), cookie=ImmutableMultiDict()
        )
        self.content_type = "application/json"
        self.body = told["body"].encode() if told["body"] is not None else None


class Response:
    def __init__(self, told):
        self.data = told["text"].encode()
        self.status_code = told["status"]
        self.headers = Headers(told["sent"])
        self.content_type = "application/json"


for line in sys.stdin:
    exchange = json.loads(line)
    request = Request(exchange)
    try:
        if exchange["fits"]:
            OPENAPI.unmarshal_request(request).raise_for_errors()
        OPENAPI.unmarshal_response(request, Response(exchange)).raise_for_errors()
        said = "ok"
    except Exception as error:
        causes = getattr(error.__cause__, "schema_errors", [error.__cause__])
        said = "; ".join([repr(error), *map(str, causes)]).replace("\n", " ")
    print(said, flush=True)
