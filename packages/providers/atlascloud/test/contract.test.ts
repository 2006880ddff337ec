import { describeContract } from "@omni-contracts/mocks/contract-suite";
import { createAtlascloudApi } from "../src/index.js";

describeContract("atlascloud", createAtlascloudApi);
