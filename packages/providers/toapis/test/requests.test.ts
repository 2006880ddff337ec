import { readFileSync } from "node:fs";
import { describeRequests, type Rule } from "@omni-contracts/mocks/contract-suite";
import { parse } from "yaml";
import { requestSchemas } from "../src/generated/schemas.js";

const rules: Rule[] = parse(readFileSync(new URL("rules.yaml", import.meta.url), "utf8"));

describeRequests("toapis", new URL("../", import.meta.url), requestSchemas, rules);
