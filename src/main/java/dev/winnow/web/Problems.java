package dev.winnow.web;

import dev.winnow.database.TransientFailure;
import dev.winnow.definition.InvalidDefinition;
import dev.winnow.definition.InvalidSweep;
import dev.winnow.definition.MalformedDefinition;
import dev.winnow.experiment.IllegalMove;
import dev.winnow.experiment.IllegalParameter;
import dev.winnow.experiment.KeyReused;
import dev.winnow.experiment.NotFound;
import dev.winnow.experiment.UnknownExperiment;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers everything that goes wrong in a request as a problem (RFC 9457). */
@RestControllerAdvice
@Hidden
class Problems extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ProblemDetail invalid(InvalidDefinition e) {
    ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, e);
    problem.setType(URI.create("urn:winnow:problem:invalid-definition"));
    problem.setTitle("Invalid definition");
    problem.setProperty("errors", e.errors());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail invalidSweep(InvalidSweep e) {
    ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, e);
    problem.setType(URI.create("urn:winnow:problem:invalid-sweep"));
    problem.setTitle("Invalid sweep");
    problem.setProperty("errors", e.faults());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail keyReused(KeyReused e) {
    ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, e);
    problem.setProperty("parameter", "Idempotency-Key");
    problem.setProperty("value", e.key());
    problem.setProperty("allowed", "the body that came with it first, or a new key");
    return problem;
  }

  @ExceptionHandler
  ProblemDetail malformed(MalformedDefinition e) {
    return problem(HttpStatus.BAD_REQUEST, e);
  }

  @ExceptionHandler({UnknownExperiment.class, NotFound.class})
  ProblemDetail notFound(RuntimeException e) {
    return problem(HttpStatus.NOT_FOUND, e);
  }

  @ExceptionHandler
  ProblemDetail illegalMove(IllegalMove e) {
    ProblemDetail problem = problem(HttpStatus.CONFLICT, e);
    problem.setProperty("state", e.state());
    problem.setProperty("moves", e.moves());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail illegalParameter(IllegalParameter e) {
    return parameter(e.parameter(), e.value(), e.allowed());
  }

  @ExceptionHandler
  ProblemDetail tooLarge(BodyTooLarge e) {
    return problem(HttpStatus.CONTENT_TOO_LARGE, e);
  }

  @ExceptionHandler
  ProblemDetail tooMany(TooManyReaders e) {
    return problem(HttpStatus.SERVICE_UNAVAILABLE, e);
  }

  /** The database is down, busy or full: the same request may succeed later. */
  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  @Nullable ProblemDetail database(RuntimeException e) {
    if (!TransientFailure.is(e)) {
      return unexpected(e);
    }
    log.warn("A request failed for want of the database: {}", e.toString());
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The database is out of reach, busy or full. Repeat the request later; with the same"
            + " Idempotency-Key nothing is submitted twice.");
  }

  /** What nobody foresaw: the log has it, the answer does not. */
  @ExceptionHandler
  @Nullable ProblemDetail unexpected(Exception e) {
    if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
      return null;
    }
    log.error("A request failed unexpectedly", e);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something unexpected happened; the server's log has it.");
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    String value = String.valueOf(e.getValue());
    ProblemDetail problem =
        e instanceof MethodArgumentTypeMismatchException argument
            ? parameter(
                argument.getName(),
                value,
                allowed(argument.getParameter().nestedIfOptional().getNestedParameterType()))
            : ProblemDetail.forStatusAndDetail(status, "\"" + value + "\" has the wrong type.");
    return handleExceptionInternal(e, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(status, "The body is missing or cannot be read as text.");
    return handleExceptionInternal(e, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(status, "There is nothing at /" + e.getResourcePath());
    return handleExceptionInternal(e, problem, headers, status, request);
  }

  private static ProblemDetail parameter(String name, String value, String allowed) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.BAD_REQUEST,
            "\"" + name + "\" must be " + allowed + ", is \"" + value + "\".");
    problem.setProperty("parameter", name);
    problem.setProperty("value", value);
    problem.setProperty("allowed", allowed);
    return problem;
  }

  private static String allowed(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == UUID.class) {
      return "a UUID";
    }
    return type == int.class || type == Integer.class
        ? "a whole number of at most 10 digits"
        : "a whole number";
  }

  private static ProblemDetail problem(HttpStatus status, RuntimeException e) {
    return ProblemDetail.forStatusAndDetail(status, e.getMessage());
  }
}
