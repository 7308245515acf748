package mtasts.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mtasts.ChildApplication;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** Each cause has its sentence, and a start after it was removed works. */
class DatabaseUnavailableTest extends OnAFolder {

    @Test
    void aSecondOneOnTheFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        String sentence =
                "is in use by another MTA-STS Admin (process %d): stop that one, or give this one a folder of its own with MTASTS_DATABASE_FOLDER"
                        .formatted(ProcessHandle.current().pid());
        try (EmbeddedPostgres postgres = start()) {
            assertRefused(sentence);
            try (ChildApplication second = child("wait")) {
                assertThat(second.await("refused: ")).contains(sentence);
            }
            assertRefused(sentence);
            assertThat(query(postgres, "select id from saved")).isEqualTo("0");
        }
    }

    @Test
    void aFolderOfAnotherMajorIsRefused() throws Exception {
        Files.writeString(folder.resolve("pg/PG_VERSION"), "17\n");
        assertRefused("was made by PostgreSQL 17 and this release brings PostgreSQL 18");
    }

    @Test
    void aTakenPortIsRefused() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> EmbeddedPostgres.start(new DatabaseProperties(folder, port, BINARIES)))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageStartingWith("The port " + port + " on 127.0.0.1 is taken");
        }
        start().close();
    }

    @Test
    void aFolderWithOtherFilesIsRefusedAndLeftAsItIs() throws Exception {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("thesis.txt"), "");
        String before = permissions(folder);
        assertRefused("holds other files (thesis.txt)");
        assertThat(permissions(folder)).isEqualTo(before);
        assertThat(folder).isDirectoryNotContaining("glob:**/lock");
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws Exception {
        FileSystemUtils.deleteRecursively(folder);
        Files.writeString(folder, "");
        assertRefused("is no folder");
    }

    @Test
    void aPasswordThatIsMissingOrAnotherIsRefused() throws Exception {
        Path file = folder.resolve("password");
        String password = Files.readString(file);
        Files.delete(file);
        assertRefused("does not open the database beside it");
        Files.writeString(file, "another\n");
        assertRefused("does not open the database beside it");
        Files.writeString(file, password);
        start().close();
    }

    @Test
    void aPlatformThatNothingIsPackagedForIsRefused() {
        String machine = System.getProperty("os.arch");
        System.setProperty("os.arch", "sparc");
        try {
            assertRefused("brings no PostgreSQL for ");
        } finally {
            System.setProperty("os.arch", machine);
        }
    }

    @Test
    void aDiskThatIsFullIsNamed() throws Exception {
        FileSystemUtils.deleteRecursively(folder);
        try (ChildApplication child = child("wait", onADiskOf("30m"))) {
            assertThat(child.await("refused: ")).startsWith("There is no space left on the disk of " + folder);
        }
        try (ChildApplication child = child("fill", onADiskOf("120m"))) {
            assertThat(child.await("refused: ")).startsWith("There is no space left on the disk of " + folder);
            child.await("at last running on ");
            assertThat(child.exitCode()).isZero();
        }
    }

    private String[] onADiskOf(String size) throws Exception {
        Files.createDirectories(folder);
        String[] prefix = {
            "unshare",
            "--mount",
            "sh",
            "-c",
            "mount -t tmpfs -o mode=700,size=" + size + " none \"$0\" && exec \"$@\"",
            folder.toString()
        };
        Process trial = Command.start(List.of("unshare", "--mount", "mount", "-t", "tmpfs", "none", folder.toString()));
        assumeThat(trial.waitFor()).as("a small disk can be mounted here").isZero();
        return prefix;
    }
}
