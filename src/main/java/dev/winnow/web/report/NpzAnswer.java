package dev.winnow.web.report;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The answers of an endpoint that gives a NumPy archive, for the API's description. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
    responseCode = "200",
    description = "The file",
    content =
        @Content(
            mediaType = FileDownload.NPZ,
            schema = @Schema(type = "string", format = "binary")))
@ApiResponse(responseCode = "304", description = "The file has not changed", content = @Content)
@interface NpzAnswer {}
