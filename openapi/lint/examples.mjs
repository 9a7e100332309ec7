// Validates the examples of an OpenAPI 3.0 document with ajv, and fails with what it finds.
//
// An example meets its schema where both stand beside each other, or by the `x-schema` of the example.

import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const ANNOTATIONS = ["example", "externalDocs", "x-extensible-enum"];

const findings = new Set(check(process.argv[2]));
for (const finding of findings) console.error(finding);
process.exitCode = findings.size > 0 ? 1 : 0;

function check(file) {
  const findings = [];
  const add = (rule, pointer, message) => findings.push(`${file}: ${rule}: ${message} (${pointer})`);
  const document = parse(readFileSync(file, "utf8"));
  const schemas = document.components?.schemas ?? {};
  const examples = document.components?.examples ?? {};

  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  addFormats(ajv);
  ajv.addVocabulary(ANNOTATIONS);
  ajv.addSchema({ $id: "contract", $defs: jsonSchema(schemas, true) });

  const validate = (schema, value, pointer) => {
    let valid;
    try {
      valid = ajv.compile(jsonSchema(schema));
    } catch (error) {
      add("schema-unusable", pointer, error.message);
      return;
    }
    valid(value);
    for (const error of valid.errors ?? []) {
      add("example-invalid", pointer + error.instancePath, error.message);
    }
  };
  walk(document, "#", (node, pointer) => {
    if (node.schema === undefined) return;
    if (node.example !== undefined) validate(node.schema, node.example, `${pointer}/example`);
    for (const [key, example] of Object.entries(node.examples ?? {})) {
      if (example.$ref === undefined) {
        validate(node.schema, example.value, `${pointer}/examples/${escape(key)}/value`);
        continue;
      }
      const name = example.$ref.replace("#/components/examples/", "");
      if (examples[name] === undefined) {
        add("example-unknown", `${pointer}/examples/${escape(key)}`, `there is no ${example.$ref}`);
        continue;
      }
      validate(node.schema, examples[name].value, `#/components/examples/${name}/value`);
    }
  });
  for (const [name, example] of Object.entries(examples)) {
    if (example["x-schema"] === undefined) continue;
    const schema = { $ref: `#/components/schemas/${example["x-schema"]}` };
    validate(schema, example.value, `#/components/examples/${name}/value`);
  }
  return findings;
}

// Calls `visit` with each object outside schemas and examples.
function walk(node, pointer, visit) {
  if (node === null || typeof node !== "object") return;
  visit(node, pointer);
  for (const [key, child] of Object.entries(node)) {
    const isData = ["example", "examples", "schema", "schemas"].includes(key);
    if (!isData) walk(child, `${pointer}/${escape(key)}`, visit);
  }
}

// The JSON Schema that a schema of OpenAPI 3.0 means. `nullable` stands for null as one more
// alternative of all that is beside it, as the contract uses it; ajv alone refuses it without `type`.
function jsonSchema(node, isMap = false) {
  if (Array.isArray(node)) return node.map((item) => jsonSchema(item));
  if (node === null || typeof node !== "object") return node;
  const schema = {};
  for (const [key, child] of Object.entries(node)) {
    if (key === "$ref" && !isMap) {
      schema.$ref = child.replace("#/components/schemas/", "contract#/$defs/");
    } else if (key !== "nullable" || isMap) {
      schema[key] = jsonSchema(child, key === "properties" && !isMap);
    }
  }
  const isNullable = node.nullable === true && !isMap;
  return isNullable ? { anyOf: [schema, { type: "null" }] } : schema;
}

function escape(key) {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
