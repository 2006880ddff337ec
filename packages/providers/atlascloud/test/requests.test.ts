import { readFileSync } from "node:fs";
import { describeRequests, type BrokenRequest } from "@omni-contracts/mocks/contract-suite";
import { parse } from "yaml";
import { requestSchemas } from "../src/generated/schemas.js";

const broken: BrokenRequest[] = parse(readFileSync(new URL("broken-requests.yaml", import.meta.url), "utf8"));

describeRequests("atlascloud", requestSchemas, broken);
