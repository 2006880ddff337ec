// @ts-check
// extensions.schema.yaml, to hold values against.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parse } from "yaml";

const language = parse(readFileSync(new URL("../extensions.schema.yaml", import.meta.url), "utf8"));
const options = { strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, verbose: true };
const ajv = formats.default(new Ajv2020(options)).addSchema(language, "language");

/** The names of the extensions. */
export const extensions = Object.keys(language.properties);

/** @param {string} name an extension, or a way on from one: `x-lifecycle/properties/states` */
export const validatorOf = (name) => ajv.getSchema(`language#/$defs/${name}`);
