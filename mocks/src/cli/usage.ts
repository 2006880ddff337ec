export const USAGE = `Usage: omni-mock [flags]

Serves mocks of video providers from their contracts. Nothing leaves this
machine, and nothing costs money.

  --provider p     which to serve; may repeat, or be a list: a,b  [all]
  --port n         where to listen; 0 is any free port            [4010]
  --host h         on which address; 0.0.0.0 for the network      [127.0.0.1]
  --speed n        seconds of a task in one of yours; at 20 a task
                   of 180 s takes 9 s                             [20]
  --seed n         the same seed gives the same task ids          [1]
  --scenario s     what goes wrong from the start: names of the
                   list of faults (a,b), or a YAML file
  --specs dir      contracts: <p>/openapi.yaml or <p>.yaml; read again
                   when a file changes  [the bundles of @omni-contracts/specs]
  --judge j        who judges requests: ajv or prism              [ajv]
  --validate       hold every answer against the contract too
  --record p=url   pass requests on to a real provider and write them
                   down, without keys; report where it differs
    --out dir      where to        [omni-recordings/<provider>-<time>]
    --budget n     paid submits that are let through              [0]
    --timeout t    when a client that waits is told               [120s]
    --for t        when it ends by itself                         [30m]
  --report dir     the report on recordings again
  --fail-on-drift  exit code 1 where a report has differences
  --quiet, -q      print base URLs and errors only
  --list-faults    print what can go wrong, and end
  --version        print the version, and end
  --help, -h       print this, and end

What a request names as the address of its webhook is told of the task's end,
if the address is of this machine. Shared secret of the signature:
omni-mock-webhook-secret-32bytes

Ctrl-C lets requests under way finish; a second one ends at once.
Exit code: 0, 1 with --fail-on-drift, or 2 when a flag cannot be used.
`;
