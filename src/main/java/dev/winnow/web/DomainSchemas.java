package dev.winnow.web;

import dev.winnow.catalog.Default;
import dev.winnow.catalog.Domain;
import dev.winnow.catalog.Parameter;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Single values of a definition in the words of OpenAPI 3.1. */
final class DomainSchemas {
  private DomainSchemas() {}

  static Schema<?> of(Parameter parameter) {
    Schema<Object> schema = new Schema<>();
    restrict(schema, parameter.domain());
    schema.setDescription(description(parameter));
    if (parameter.standard() instanceof Default.Fixed fixed) {
      schema.setDefault(plain(fixed.value()));
    }
    return schema;
  }

  static Schema<?> of(Domain domain) {
    Schema<Object> schema = new Schema<>();
    restrict(schema, domain);
    return schema;
  }

  static Schema<?> typed(String type) {
    return new Schema<>().types(Set.of(type));
  }

  private static String description(Parameter parameter) {
    StringBuilder text = new StringBuilder(parameter.summary());
    if (parameter.domain() instanceof Domain.Written
        || parameter.domain() instanceof Domain.Composed) {
      text.append(text.isEmpty() ? "" : ": ").append(parameter.domain().allowed());
    }
    if (parameter.standard() instanceof Default.Derived derived) {
      text.append(text.isEmpty() ? "" : "; ").append("by default ").append(derived.words());
    }
    return text.toString();
  }

  private static void restrict(Schema<Object> schema, Domain domain) {
    if (domain instanceof Domain.Integers integers) {
      schema.types(Set.of("integer")).minimum(BigDecimal.valueOf(integers.least()));
      schema.maximum(BigDecimal.valueOf(integers.greatest()));
      schema.format(integers.greatest() > Integer.MAX_VALUE ? "int64" : "int32");
    } else if (domain instanceof Domain.Decimals decimals) {
      restrict(schema, decimals);
    } else if (domain instanceof Domain.Options options) {
      schema.setTypes(Set.of("string"));
      schema.setEnum(List.copyOf(options.values()));
    } else if (domain instanceof Domain.Text text) {
      schema.types(Set.of("string")).minLength(text.least()).maxLength(text.greatest());
    } else if (domain instanceof Domain.Numbers numbers) {
      schema.setTypes(Set.of("array"));
      schema.setItems(of(numbers.each()));
      schema.minItems(1).maxItems(numbers.most());
    } else if (domain instanceof Domain.Written) {
      schema.types(Set.of("string"));
    }
  }

  private static void restrict(Schema<Object> schema, Domain.Decimals decimals) {
    schema.types(Set.of("number"));
    if (decimals.lowerIncluded()) {
      schema.minimum(decimals.lower());
    } else {
      schema.exclusiveMinimumValue(decimals.lower());
    }
    if (decimals.upperIncluded()) {
      schema.maximum(decimals.upper());
    } else {
      schema.exclusiveMaximumValue(decimals.upper());
    }
  }

  private static Object plain(Object value) {
    boolean json = value instanceof Number || value instanceof List || value instanceof Map;
    return json ? value : value.toString();
  }
}
