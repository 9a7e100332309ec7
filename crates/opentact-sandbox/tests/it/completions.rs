//! Completion of the options, by the shell itself where it is there.

use tokio::process::Command;

use crate::command::output;

/// Has bash complete the last of these words.
const COMPLETE: &str = r#"
eval "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
function=$(complete -p opentact-sandbox | grep -o -- '-F [^ ]*' | cut -c 4-)
"$function" opentact-sandbox "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' "${COMPREPLY[@]}"
"#;

async fn script(shell: &str) -> String {
    let (output, stderr) = output(&["--completions", shell]).await;
    assert!(output.status.success(), "{stderr}");
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test]
async fn every_shell_gets_every_option() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = script(shell).await;
        for option in ["listen", "exit-with-parent", "google-audience"] {
            assert!(script.contains(option), "{shell}: {option}");
        }
    }
}

#[cfg(unix)]
#[tokio::test]
async fn bash_takes_the_script_and_completes_with_it() {
    let script = script("bash").await;
    let mut check = Command::new("bash");
    let check = check.args(["-n", "-c", &script]).output().await.unwrap();
    assert!(check.status.success() && check.stderr.is_empty());
    for (words, completed) in [
        (&["--exit"][..], "--exit-with-parent\n"),
        (&["--json", "--no"], "--no-control\n"),
        (&["--create-status", ""], "200\n201\n"),
        (&["--nothing-like-it"], "\n"),
    ] {
        let mut bash = Command::new("bash");
        bash.args(["-c", COMPLETE, "bash", &script, "opentact-sandbox"]);
        let output = bash.args(words).output().await.unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout), completed);
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}
