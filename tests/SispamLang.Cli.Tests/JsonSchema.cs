using System.Text.Json;
using System.Text.RegularExpressions;

namespace SispamLang.Cli.Tests;

/// <summary>
/// Checks JSON against the keywords of JSON Schema, drafts 7 and 2020-12, that our schemas use. A keyword that it does not know
/// fails the test, so that none is passed over.
/// </summary>
internal sealed class JsonSchema
{
    private readonly string _path;
    private readonly JsonElement _root;

    public JsonSchema(string path)
    {
        _path = path;
        _root = JsonDocument.Parse(File.ReadAllText(path)).RootElement;
    }

    /// <summary>What is wrong, each with its place; empty if nothing is.</summary>
    public List<string> Check(JsonElement value) => Check(value, "$");

    private List<string> Check(JsonElement value, string place)
    {
        List<string> problems = [];
        Check(value, _root, place, problems);
        return problems;
    }

    private void Check(JsonElement value, JsonElement schema, string place, List<string> problems)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            Require(schema.GetBoolean(), place, "is not allowed", problems);
            return;
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$schema" or "$id" or "$defs" or "definitions" or "title" or "description" or "then":
                    break;
                case "$ref" when !keyword.Value.GetString()!.StartsWith('#'):
                    var beside = Path.Combine(Path.GetDirectoryName(_path)!, keyword.Value.GetString()!);
                    problems.AddRange(new JsonSchema(beside).Check(value, place));
                    break;
                case "$ref":
                    Check(value, Resolve(keyword.Value.GetString()!), place, problems);
                    break;
                case "type":
                    Require(IsOfType(value, keyword.Value), place, "is not " + keyword.Value, problems);
                    break;
                case "enum":
                    Require(
                        keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
                        place,
                        value + " is not one of " + keyword.Value,
                        problems
                    );
                    break;
                case "const":
                    Require(JsonElement.DeepEquals(keyword.Value, value), place, "is not " + keyword.Value, problems);
                    break;
                case "required" when value.ValueKind == JsonValueKind.Object:
                    foreach (var name in keyword.Value.EnumerateArray())
                    {
                        Require(value.TryGetProperty(name.GetString()!, out _), place, "lacks " + name, problems);
                    }

                    break;
                case "properties" when value.ValueKind == JsonValueKind.Object:
                    foreach (var property in keyword.Value.EnumerateObject())
                    {
                        if (value.TryGetProperty(property.Name, out var found))
                        {
                            Check(found, property.Value, place + "." + property.Name, problems);
                        }
                    }

                    break;
                case "additionalProperties" when value.ValueKind == JsonValueKind.Object:
                    foreach (var property in value.EnumerateObject())
                    {
                        if (
                            !schema.TryGetProperty("properties", out var known)
                            || !known.TryGetProperty(property.Name, out _)
                        )
                        {
                            Check(property.Value, keyword.Value, place + "." + property.Name, problems);
                        }
                    }

                    break;
                case "items" when value.ValueKind == JsonValueKind.Array:
                    var index = 0;
                    foreach (var item in value.EnumerateArray())
                    {
                        Check(item, keyword.Value, $"{place}[{index++}]", problems);
                    }

                    break;
                case "minimum" when value.ValueKind == JsonValueKind.Number:
                    Require(value.GetDecimal() >= keyword.Value.GetDecimal(), place, "is too small", problems);
                    break;
                case "minLength" when value.ValueKind == JsonValueKind.String:
                    Require(value.GetString()!.Length >= keyword.Value.GetInt32(), place, "is too short", problems);
                    break;
                case "pattern" when value.ValueKind == JsonValueKind.String:
                    Require(
                        Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
                        place,
                        "does not match " + keyword.Value,
                        problems
                    );
                    break;
                case "allOf":
                    foreach (var part in keyword.Value.EnumerateArray())
                    {
                        Check(value, part, place, problems);
                    }

                    break;
                case "if":
                    List<string> unmet = [];
                    Check(value, keyword.Value, place, unmet);
                    if (unmet.Count == 0)
                    {
                        Check(value, schema.GetProperty("then"), place, problems);
                    }

                    break;
                case "required"
                or "properties"
                or "additionalProperties"
                or "items"
                or "minimum"
                or "minLength"
                or "pattern":
                    break;
                default:
                    throw new NotSupportedException("The schema uses " + keyword.Name);
            }
        }
    }

    private JsonElement Resolve(string reference)
    {
        var element = _root;
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            element = element.GetProperty(part);
        }

        return element;
    }

    private static bool IsOfType(JsonElement value, JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(one => IsOfType(value, one))
            : type.GetString() switch
            {
                "object" => value.ValueKind == JsonValueKind.Object,
                "array" => value.ValueKind == JsonValueKind.Array,
                "string" => value.ValueKind == JsonValueKind.String,
                "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
                "null" => value.ValueKind == JsonValueKind.Null,
                "number" => value.ValueKind == JsonValueKind.Number,
                "integer" => value.ValueKind == JsonValueKind.Number
                    && value.GetRawText().All(c => c is '-' or (>= '0' and <= '9')),
                var other => throw new NotSupportedException("The schema uses the type " + other),
            };

    private static void Require(bool holds, string place, string problem, List<string> problems)
    {
        if (!holds)
        {
            problems.Add(place + " " + problem);
        }
    }
}
