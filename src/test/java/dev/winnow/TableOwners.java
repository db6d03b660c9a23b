package dev.winnow;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds who writes which table: in SQL, or as an entity by JPA. */
final class TableOwners {
  /** A class by its name and its text. */
  record Source(String name, String text) {}

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
  private static final Pattern WRITE =
      Pattern.compile(
          "(?i)\\b(?:insert\\s+into|delete\\s+from|merge\\s+into|truncate)\\s+([\\w%$]+|\")"
              + "|\\bupdate\\s+([\\w%$]+)\\s+(?:(?:as\\s+)?\\w+\\s+)?set\\b"
              + "|\\bupdate\\s+(\")\\s*\\+"
              + "|\\bwithTableName\\(\\s*\"?(\\w+)");
  private static final Pattern ENTITY = Pattern.compile("@Entity\\b");
  private static final Pattern TABLE = Pattern.compile("@Table\\([^)]*?name = \"(\\w+)\"");
  private static final Pattern CLASS = Pattern.compile("\\bclass (\\w+)");
  private static final Pattern CHUNKS = Pattern.compile("new Chunks\\(\\s*\\w+,\\s*\"(\\w+)\"");
  private static final Pattern PLACEHOLDER = Pattern.compile("%(\\d+\\$)?s");

  /** Classes that write tables whose names they are given. Those of chunks are their owners'. */
  private static final Map<String, Set<String>> GIVEN =
      Map.of("Chunks", Set.of(), "QueueRows", Set.of("queue_cpu", "queue_gpu"));

  private final Map<String, Set<String>> writers = new TreeMap<>();

  /**
   * @param tables those that there are
   */
  TableOwners(Set<String> tables, List<Source> sources) {
    tables.forEach(table -> writers.put(table, new TreeSet<>()));
    sources.forEach(this::read);
  }

  /** The tables of a schema that these migrations make. */
  static Set<String> tables(Stream<String> migrations) {
    Pattern create = Pattern.compile("(?i)create table (?:if not exists )?(\\w+)");
    return migrations
        .flatMap(sql -> create.matcher(sql).results())
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** By table: each class that writes it, and by what. */
  Map<String, Set<String>> writers() {
    return writers;
  }

  /** The tables that do not have exactly one writer, with those that they have. */
  Map<String, Set<String>> disputed() {
    return writers.entrySet().stream()
        .filter(entry -> entry.getValue().size() != 1)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void read(Source source) {
    String code = COMMENT.matcher(source.text()).replaceAll("");
    WRITE.matcher(code).results().forEach(found -> written(source, name(found::group)));
    CHUNKS.matcher(code).results().forEach(found -> add(found.group(1), source.name() + " by SQL"));
    if (ENTITY.matcher(code).find()) {
      add(entityTable(code), source.name() + " by JPA");
    }
  }

  private static String entityTable(String code) {
    Matcher table = TABLE.matcher(code);
    if (table.find()) {
      return table.group(1);
    }
    return CLASS
        .matcher(code)
        .results()
        .map(found -> snake(found.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private interface Groups {
    String get(int group);
  }

  private static String name(Groups groups) {
    return Stream.of(1, 2, 3, 4)
        .map(groups::get)
        .filter(group -> group != null)
        .findFirst()
        .orElseThrow()
        .toLowerCase(Locale.ROOT);
  }

  private void written(Source source, String table) {
    if (PLACEHOLDER.matcher(table).matches() && GIVEN.containsKey(source.name())) {
      GIVEN.get(source.name()).forEach(given -> add(given, source.name() + " by SQL"));
    } else {
      add(table, source.name() + " by SQL");
    }
  }

  private void add(String table, String writer) {
    Set<String> known = writers.get(table);
    if (known == null) {
      throw new IllegalStateException(writer + " writes what is no table: " + table);
    }
    known.add(writer);
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
