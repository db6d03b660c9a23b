package dev.winnow;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds who writes and who names which table: in SQL, or as an entity by JPA. */
final class TableOwners {
  /** A class by its name and its text. */
  record Source(String name, String text) {
    /** The part of the house that it is in: the package below {@code dev.winnow}. */
    String room() {
      return PACKAGE
          .matcher(text)
          .results()
          .map(found -> found.group(1))
          .findFirst()
          .orElse("nowhere");
    }
  }

  private static final String SQL = " by SQL";
  private static final String JPA = " by JPA";

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package dev\\.winnow\\.(\\w+)");
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

  private static final Pattern LITERAL =
      Pattern.compile("(?s)\"{3}.*?\"{3}|\"(?:\\\\.|[^\"\\\\\\n])*\"");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\b(?:from|join|into|update|truncate)\\s+(\\w+)"
              + "|,\\s*(\\w+)(?=\\s+(?:(?:as\\s+)?\\w+\\s+)?(?:cross|join|left|order|where)\\b)"
              + "|(?<=\\bfrom\\s{1,20}\\w{1,40}(?:\\s{1,20}\\w{1,40})?,)\\s*(\\w+)");

  /** Classes that write tables whose names they are given. Those of chunks are their owners'. */
  private static final Map<String, Set<String>> GIVEN =
      Map.of("Chunks", Set.of(), "QueueRows", Set.of("queue_cpu", "queue_gpu"));

  private final Map<String, Set<String>> writers = new TreeMap<>();
  private final Map<Source, Set<String>> named = new HashMap<>();

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

  /** By class: the tables that it writes or reads. */
  Map<Source, Set<String>> named() {
    return named;
  }

  /** The tables that do not have exactly one writer, with those that they have. */
  Map<String, Set<String>> disputed() {
    return writers.entrySet().stream()
        .filter(entry -> entry.getValue().size() != 1)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void read(Source source) {
    String code = COMMENT.matcher(source.text()).replaceAll("");
    WRITE.matcher(code).results().forEach(found -> written(source, name(found::group, 4)));
    CHUNKS.matcher(code).results().forEach(found -> add(found.group(1), source, SQL));
    if (ENTITY.matcher(code).find()) {
      add(entityTable(code), source, JPA);
    }
    readNames(source, code);
  }

  private void readNames(Source source, String code) {
    LITERAL
        .matcher(code)
        .results()
        .flatMap(literal -> NAMED.matcher(literal.group()).results())
        .map(found -> name(found::group, 3))
        .filter(writers::containsKey)
        .forEach(table -> names(source, table));
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

  /** What was found by the one group that took part. */
  private static String name(Groups groups, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(groups::get)
        .filter(group -> group != null)
        .findFirst()
        .orElseThrow()
        .toLowerCase(Locale.ROOT);
  }

  private void written(Source source, String table) {
    if (PLACEHOLDER.matcher(table).matches() && GIVEN.containsKey(source.name())) {
      GIVEN.get(source.name()).forEach(given -> add(given, source, SQL));
    } else {
      add(table, source, SQL);
    }
  }

  private void add(String table, Source source, String technology) {
    String writer = source.name() + technology;
    Set<String> known = writers.get(table);
    if (known == null) {
      throw new IllegalStateException(writer + " writes what is no table: " + table);
    }
    known.add(writer);
    names(source, table);
  }

  private void names(Source source, String table) {
    named.computeIfAbsent(source, none -> new TreeSet<>()).add(table);
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
