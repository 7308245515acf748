package mtasts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What an exception that a controller lets go means to the one who asked. */
@ControllerAdvice
class Problems {

    @ExceptionHandler(OptimisticLockingFailureException.class)
    void somebodyElseWasFaster(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.CONFLICT.value());
    }
}
