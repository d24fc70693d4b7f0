"""Holds answers of the API to docs/openapi.json: path, status, media type, and the JSON by its schema."""
import json
import re

import jsonschema


class Contract:
    def __init__(self, path):
        self.document = json.load(open(path, encoding="utf-8"))
        self.resolver = jsonschema.RefResolver("", self.document)
        self.paths = []
        for template, item in self.document["paths"].items():
            pattern = "/".join("[^/]+" if part.startswith("{") else re.escape(part) for part in template.split("/"))
            self.paths.append((template.count("{"), re.compile(pattern + r"\Z"), template, item))
        self.paths.sort(key=lambda row: row[0])

    def operation(self, method, path):
        for _, pattern, template, item in self.paths:
            if pattern.match(path) and method.lower() in item:
                return template, item[method.lower()]
        return None, None

    def resolve(self, node):
        return self.resolver.resolve(node["$ref"])[1] if "$ref" in node else node

    def check(self, method, path, status, media, body):
        """What is wrong with the answer, or None."""
        template, operation = self.operation("GET" if method == "HEAD" else method, path)
        if operation is None:
            # an address or method that is not known: always a problem
            if status not in (400, 401, 404, 405):
                return f"{method} {path} is not in docs/openapi.json and answered {status}"
            operation, template = {"responses": {"default": {"$ref": "#/components/responses/problem"}}}, path
        responses = operation["responses"]
        response = responses.get(str(status))
        if response is None and status >= 400:
            response = responses.get("default")  # a problem
        if response is None and status == 304:
            response = {}
        if response is None:
            return f"{method} {template}: {status} is not in docs/openapi.json"
        response = self.resolve(response)
        content = response.get("content", {})
        if not content:
            return f"{method} {template}: {status} has a body" if body and method != "HEAD" else None
        media = media.split(";")[0].strip() if media else ""
        if media not in content:
            return f"{method} {template}: {status} came as {media}, not {' or '.join(content)}"
        schema = content[media].get("schema")
        if method == "HEAD" or not media.endswith("json") or schema is None:
            return None
        validator = jsonschema.Draft202012Validator(schema, resolver=self.resolver)
        for error in validator.iter_errors(json.loads(body)):
            return f"{method} {template}: {status}: at {error.json_path}: {error.message[:300]}"
        return None
