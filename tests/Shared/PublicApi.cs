using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SispamLang.Tests.Shared;

/// <summary>Writes down what a library shows to others, one line for each type and member, so that a change of it shows in
/// review. What the compiler adds to records is left out.</summary>
internal static class PublicApi
{
    private const BindingFlags Own =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["Boolean"] = "bool",
        ["Byte"] = "byte",
        ["Int32"] = "int",
        ["Int64"] = "long",
        ["Object"] = "object",
        ["String"] = "string",
        ["UInt64"] = "ulong",
        ["Void"] = "void",
    };

    /// <summary>All that an assembly shows.</summary>
    public static string Of(Assembly assembly) =>
        string.Join('\n', assembly.GetExportedTypes().OrderBy(NameOf, StringComparer.Ordinal).Select(Of));

    /// <summary>All that a type shows, but for types within it.</summary>
    public static string Of(Type type)
    {
        var members = type.IsEnum
            ? type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), null)}")
            : type.GetMembers(Own)
                .Select(member => (member.Name, Line: LineOf(member)))
                .Where(member => member.Line.Length > 0)
                .Order()
                .Select(member => member.Line);
        return string.Concat(members.Select(line => $"    {line}\n").Prepend(HeadOf(type) + "\n"));
    }

    private static string HeadOf(Type type)
    {
        var kind =
            type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        var above = type.IsEnum || type.IsValueType ? [] : (Type?[])[type.BaseType];
        var bases = above
            .OfType<Type>()
            .Where(b => b.Name != "Object")
            .Concat(type.IsEnum ? [] : type.GetInterfaces())
            .Select(NameOf)
            .Order(StringComparer.Ordinal)
            .ToArray();
        return $"{kind} {NameOf(type)}" + (bases.Length == 0 ? "" : " : " + string.Join(", ", bases));
    }

    // Empty if others don't see it.
    private static string LineOf(MemberInfo member)
    {
        var nullability = new NullabilityInfoContext();
        switch (member)
        {
            case FieldInfo field when field.IsPublic || field.IsFamily:
                return Words(
                    field.IsLiteral ? "const"
                        : field.IsStatic ? "static"
                        : "",
                    field.IsInitOnly ? "readonly" : "",
                    TypeOf(field.FieldType, nullability.Create(field)),
                    field.Name,
                    field.IsLiteral
                        ? "= " + Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)
                        : ""
                );
            case System.Reflection.PropertyInfo property when Visible(property.GetMethod) && !IsMade(property):
                var set =
                    property.SetMethod is not { } setter || !Visible(setter) ? ""
                    : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; "
                    : "set; ";
                return Words(
                    Modifiers(property.GetMethod!), // Visible, so it is there.
                    property.IsDefined(typeof(RequiredMemberAttribute)) ? "required" : "",
                    TypeOf(property.PropertyType, nullability.Create(property)),
                    property.Name,
                    "{ get; " + set + "}"
                );
            case ConstructorInfo constructor when Visible(constructor) && !IsMade(constructor):
                return Words(Modifiers(constructor), "new" + ParametersOf(constructor, nullability));
            case MethodInfo method when Visible(method) && !method.IsSpecialName && !IsMade(method):
                return Words(
                    Modifiers(method),
                    TypeOf(method.ReturnType, nullability.Create(method.ReturnParameter)),
                    method.Name + ArgumentsOf(method) + ParametersOf(method, nullability)
                );
            default:
                return "";
        }
    }

    private static bool Visible(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true };

    private static bool IsMade(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute));

    private static string Modifiers(MethodBase method) =>
        Words(
            method.IsFamily ? "protected" : "",
            method.IsStatic ? "static" : "",
            method.IsAbstract ? "abstract"
                : method is MethodInfo { IsVirtual: true } own && own.GetBaseDefinition() != own ? "override"
                : ""
        );

    private static string ParametersOf(MethodBase method, NullabilityInfoContext nullability) =>
        "("
        + string.Join(
            ", ",
            method
                .GetParameters()
                .Select(p =>
                    Words(
                        p.IsIn ? "in"
                            : p.IsOut ? "out"
                            : "",
                        TypeOf(p.ParameterType, nullability.Create(p)),
                        p.Name ?? "",
                        p.HasDefaultValue ? "= " + DefaultOf(p) : ""
                    )
                )
        )
        + ")";

    private static string DefaultOf(ParameterInfo parameter) =>
        parameter.DefaultValue switch
        {
            null => "default",
            string text => $"\"{text}\"",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture)!, // Nothing but null gives null.
        };

    private static string ArgumentsOf(MethodInfo method) =>
        method.IsGenericMethod
            ? "<" + string.Join(", ", method.GetGenericArguments().Select(type => type.Name)) + ">"
            : "";

    private static string TypeOf(Type type, NullabilityInfo nullability) =>
        NameOf(type)
        + (!type.IsValueType && nullability.ReadState == NullabilityState.Nullable && !type.IsByRef ? "?" : "");

    private static string NameOf(Type type)
    {
        if (type.IsByRef || type.IsArray)
        {
            return NameOf(type.GetElementType()!) + (type.IsArray ? "[]" : ""); // Both have one.
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return NameOf(underlying) + "?";
        }

        if (type.Namespace == "System" && Keywords.TryGetValue(type.Name, out var keyword))
        {
            return keyword;
        }

        var outer = type is { IsNested: true, IsGenericParameter: false } ? NameOf(type.DeclaringType!) + "." : "";
        var arguments = type.GetGenericArguments();
        return outer
            + type.Name.Split('`')[0]
            + (arguments.Length == 0 ? "" : "<" + string.Join(", ", arguments.Select(NameOf)) + ">");
    }

    private static string Words(params string[] words) => string.Join(' ', words.Where(word => word.Length > 0));
}
