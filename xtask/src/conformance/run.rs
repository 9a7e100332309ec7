//! The runs: which seed, which credential, which sandbox.

/// One run of Schemathesis against a sandbox of its own.
#[derive(Debug)]
pub(super) struct Run {
    /// The name of its folder.
    pub(super) name: &'static str,
    /// What the generated cases follow from.
    pub(super) seed: u32,
    /// How many cases an operation gets in each phase that generates.
    pub(super) cases: u32,
    /// The scheme whose credential is good; those of all others are generated.
    ///
    /// None of these is an API token, of which `deleteAllTokens` would leave none.
    pub(super) scheme: &'static str,
    /// What the command prints before the credential.
    pub(super) printed: &'static str,
    /// How else the sandbox is started.
    pub(super) arguments: &'static [&'static str],
    /// What else Schemathesis is configured with.
    pub(super) configuration: &'static str,
}

impl Run {
    /// The run that has to fail: the contract is not the sandbox's, which fails now and then too.
    pub(super) const WRONG: Self = Self {
        name: "wrong",
        seed: 1,
        cases: 10,
        scheme: "jwt",
        printed: "X-Auth-Token: ",
        arguments: &["--seed", "tests/conformance/faults.yaml"],
        // This operation asks for a credential that there is not.
        configuration: "[[operations]]\n\
            include-operation-id = \"deleteAllTokens\"\n\
            headers = { X-Auth-Token = \"${OPENTACT_CONFORMANCE_CREDENTIAL}\" }\n",
    };
}

/// The runs that must find nothing.
pub(super) const RUNS: [Run; 3] = [
    Run {
        name: "seed-1",
        seed: 1,
        cases: 100,
        scheme: "jwt",
        printed: "X-Auth-Token: ",
        arguments: &[],
        configuration: "",
    },
    Run {
        name: "seed-2",
        seed: 2,
        cases: 100,
        scheme: "googleQuery",
        printed: "?google_token=",
        arguments: &["--create-status", "200"],
        configuration: "",
    },
    Run {
        name: "seed-3",
        seed: 3,
        cases: 100,
        scheme: "ha1b",
        printed: "X-Auth-HA1B-Token: ",
        arguments: &["--keep-sealed-tokens"],
        configuration: "",
    },
];
