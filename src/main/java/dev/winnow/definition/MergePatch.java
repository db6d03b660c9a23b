package dev.winnow.definition;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes to JSON, written as the parts that change (RFC 7396): objects are merged, null removes,
 * anything else replaces. An object with another {@code name} is another plug-in and replaces, too.
 */
final class MergePatch {
  private MergePatch() {}

  /** The JSON with its changes; the arguments stay as they are. */
  static JsonNode apply(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)
        || !(target instanceof ObjectNode object)
        || isAnother(object, changes)) {
      return patch;
    }
    ObjectNode merged = object.deepCopy();
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      if (change.getValue().isNull()) {
        merged.remove(change.getKey());
      } else {
        merged.set(change.getKey(), apply(merged.path(change.getKey()), change.getValue()));
      }
    }
    return merged;
  }

  /** A definition itself has a name, too, but is no plug-in. */
  private static boolean isAnother(ObjectNode object, ObjectNode changes) {
    return changes.has("name")
        && !object.has("trials")
        && !changes.get("name").equals(object.get("name"));
  }
}
