import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The process that started the sandbox is killed, so that no callback ends it. */
class KilledTest {
    @RegisterExtension static final Sandbox sandbox = new Sandbox();

    @Test
    void neverEnds() throws Exception {
        long self = ProcessHandle.current().pid();
        new ProcessBuilder("kill", "-9", Long.toString(self)).start().waitFor();
    }
}
