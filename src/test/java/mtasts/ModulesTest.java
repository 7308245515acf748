package mtasts;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void everyModuleUsesOnlyWhatItsPackageInfoAllows() {
        ApplicationModules.of(MtaStsApplication.class).verify();
    }
}
