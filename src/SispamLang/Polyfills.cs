// What the language and this project's code expect of the framework and netstandard2.0 lacks. Compiled for netstandard2.0 only.
// Add a member here when code needs it, with the meaning that it has on net10.0, rather than #if at the place of use.

namespace System
{
    using System.Diagnostics.CodeAnalysis;
    using System.Runtime.CompilerServices;

    /// <summary>A position from the start or from the end of a sequence.</summary>
    internal readonly struct Index : IEquatable<Index>
    {
        private readonly int _value;

        public Index(int value, bool fromEnd = false)
        {
            if (value < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(value));
            }

            _value = fromEnd ? ~value : value;
        }

        public static Index Start => new(0);

        public static Index End => new(0, fromEnd: true);

        public int Value => _value < 0 ? ~_value : _value;

        public bool IsFromEnd => _value < 0;

        public static implicit operator Index(int value) => new(value);

        public static Index FromStart(int value) => new(value);

        public static Index FromEnd(int value) => new(value, fromEnd: true);

        public int GetOffset(int length) => IsFromEnd ? length - Value : _value;

        public bool Equals(Index other) => _value == other._value;

        public override bool Equals(object? obj) => obj is Index other && Equals(other);

        public override int GetHashCode() => _value;
    }

    /// <summary>A part of a sequence, its end excluded.</summary>
    internal readonly struct Range(Index start, Index end) : IEquatable<Range>
    {
        public static Range All => new(Index.Start, Index.End);

        public Index Start { get; } = start;

        public Index End { get; } = end;

        public static Range StartAt(Index start) => new(start, Index.End);

        public static Range EndAt(Index end) => new(Index.Start, end);

        public (int Offset, int Length) GetOffsetAndLength(int length)
        {
            int start = Start.GetOffset(length);
            int end = End.GetOffset(length);
            if ((uint)end > (uint)length || (uint)start > (uint)end)
            {
                throw new ArgumentOutOfRangeException(nameof(length));
            }

            return (start, end - start);
        }

        public bool Equals(Range other) => Start.Equals(other.Start) && End.Equals(other.End);

        public override bool Equals(object? obj) => obj is Range other && Equals(other);

        public override int GetHashCode() => (Start.GetHashCode() * 31) + End.GetHashCode();
    }

    /// <summary>The static throw helpers of net10.0.</summary>
    internal static class ExceptionPolyfills
    {
        extension(ArgumentNullException)
        {
            public static void ThrowIfNull(
                [NotNull] object? argument,
                [CallerArgumentExpression(nameof(argument))] string? paramName = null
            )
            {
                if (argument is null)
                {
                    throw new ArgumentNullException(paramName);
                }
            }
        }

        extension(ArgumentException)
        {
            public static void ThrowIfNullOrEmpty(
                [NotNull] string? argument,
                [CallerArgumentExpression(nameof(argument))] string? paramName = null
            )
            {
                ArgumentNullException.ThrowIfNull(argument, paramName);
                if (argument.Length == 0)
                {
                    throw new ArgumentException("The value cannot be an empty string.", paramName);
                }
            }
        }

        extension(ArgumentOutOfRangeException)
        {
            public static void ThrowIfNegative(
                int value,
                [CallerArgumentExpression(nameof(value))] string? paramName = null
            )
            {
                if (value < 0)
                {
                    throw new ArgumentOutOfRangeException(paramName, value, "The value must not be negative.");
                }
            }

            public static void ThrowIfNegativeOrZero(
                int value,
                [CallerArgumentExpression(nameof(value))] string? paramName = null
            )
            {
                if (value <= 0)
                {
                    throw new ArgumentOutOfRangeException(paramName, value, "The value must be positive.");
                }
            }

            public static void ThrowIfGreaterThan<T>(
                T value,
                T other,
                [CallerArgumentExpression(nameof(value))] string? paramName = null
            )
                where T : IComparable<T>
            {
                if (value.CompareTo(other) > 0)
                {
                    throw new ArgumentOutOfRangeException(
                        paramName,
                        value,
                        $"The value must not be greater than {other}."
                    );
                }
            }

            public static void ThrowIfLessThan<T>(
                T value,
                T other,
                [CallerArgumentExpression(nameof(value))] string? paramName = null
            )
                where T : IComparable<T>
            {
                if (value.CompareTo(other) < 0)
                {
                    throw new ArgumentOutOfRangeException(
                        paramName,
                        value,
                        $"The value must not be less than {other}."
                    );
                }
            }
        }
    }

    /// <summary>The string members of net10.0 that take a character or a comparison.</summary>
    internal static class StringPolyfills
    {
        public static bool Contains(this string text, char value) => text.IndexOf(value) >= 0;

        public static bool Contains(this string text, string value, StringComparison comparison) =>
            text.IndexOf(value, comparison) >= 0;

        public static bool StartsWith(this string text, char value) => text.Length > 0 && text[0] == value;

        public static bool EndsWith(this string text, char value) => text.Length > 0 && text[text.Length - 1] == value;

        public static int CommonPrefixLength(this ReadOnlySpan<char> text, ReadOnlySpan<char> other)
        {
            var length = 0;
            while (length < text.Length && length < other.Length && text[length] == other[length])
            {
                length++;
            }

            return length;
        }

        public static string[] Split(this string text, char separator, StringSplitOptions options) =>
            text.Split([separator], options);

        extension(string)
        {
            public static string Join(char separator, IEnumerable<string> values) =>
                string.Join(separator.ToString(), values);
        }
    }
}

namespace System.Collections.Generic
{
    using System.Diagnostics.CodeAnalysis;

    /// <summary>The collection members of net10.0.</summary>
    internal static class CollectionPolyfills
    {
        public static void Deconstruct<TKey, TValue>(
            this KeyValuePair<TKey, TValue> pair,
            out TKey key,
            out TValue value
        )
        {
            key = pair.Key;
            value = pair.Value;
        }

        public static bool TryAdd<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue value)
            where TKey : notnull
        {
            if (dictionary.ContainsKey(key))
            {
                return false;
            }

            dictionary.Add(key, value);
            return true;
        }

        public static TValue? GetValueOrDefault<TKey, TValue>(
            this IReadOnlyDictionary<TKey, TValue> dictionary,
            TKey key
        ) => dictionary.TryGetValue(key, out TValue? value) ? value : default;

        public static bool TryPop<T>(this Stack<T> stack, [MaybeNullWhen(false)] out T item)
        {
            if (stack.Count == 0)
            {
                item = default;
                return false;
            }

            item = stack.Pop();
            return true;
        }

        public static bool TryPeek<T>(this Stack<T> stack, [MaybeNullWhen(false)] out T item)
        {
            if (stack.Count == 0)
            {
                item = default;
                return false;
            }

            item = stack.Peek();
            return true;
        }

        public static bool TryDequeue<T>(this Queue<T> queue, [MaybeNullWhen(false)] out T item)
        {
            if (queue.Count == 0)
            {
                item = default;
                return false;
            }

            item = queue.Dequeue();
            return true;
        }
    }
}

namespace System.Text
{
    /// <summary>The builder members of net10.0.</summary>
    internal static class StringBuilderPolyfills
    {
        public static StringBuilder Append(this StringBuilder builder, ReadOnlySpan<char> text) =>
            builder.Append(text.ToString());

        public static StringBuilder Append(
            this StringBuilder builder,
            IFormatProvider? provider,
            FormattableString text
        ) => builder.Append(text.ToString(provider));

        public static StringBuilder AppendLine(
            this StringBuilder builder,
            IFormatProvider? provider,
            FormattableString text
        ) => builder.AppendLine(text.ToString(provider));
    }
}

namespace System.Diagnostics
{
    /// <summary>Thrown where the program believed it could not get.</summary>
    internal sealed class UnreachableException : Exception
    {
        public UnreachableException()
            : base("The program executed an instruction that was thought to be unreachable.") { }

        public UnreachableException(string? message)
            : base(message) { }

        public UnreachableException(string? message, Exception? innerException)
            : base(message, innerException) { }
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    [AttributeUsage(
        AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.ReturnValue
    )]
    internal sealed class NotNullAttribute : Attribute;

    [AttributeUsage(
        AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.ReturnValue
    )]
    internal sealed class MaybeNullAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Property)]
    internal sealed class AllowNullAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Property)]
    internal sealed class DisallowNullAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
    {
        public bool ReturnValue { get; } = returnValue;
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class MaybeNullWhenAttribute(bool returnValue) : Attribute
    {
        public bool ReturnValue { get; } = returnValue;
    }

    [AttributeUsage(
        AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.ReturnValue,
        AllowMultiple = true
    )]
    internal sealed class NotNullIfNotNullAttribute(string parameterName) : Attribute
    {
        public string ParameterName { get; } = parameterName;
    }

    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
    internal sealed class MemberNotNullAttribute(params string[] members) : Attribute
    {
        public string[] Members { get; } = members;
    }

    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true)]
    internal sealed class MemberNotNullWhenAttribute(bool returnValue, params string[] members) : Attribute
    {
        public bool ReturnValue { get; } = returnValue;

        public string[] Members { get; } = members;
    }

    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class DoesNotReturnAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class DoesNotReturnIfAttribute(bool parameterValue) : Attribute
    {
        public bool ParameterValue { get; } = parameterValue;
    }

    [AttributeUsage(AttributeTargets.Constructor)]
    internal sealed class SetsRequiredMembersAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property)]
    internal sealed class StringSyntaxAttribute(string syntax) : Attribute
    {
        public string Syntax { get; } = syntax;
    }

    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
    internal sealed class UnscopedRefAttribute : Attribute;
}

namespace System.Runtime.CompilerServices
{
    using System.ComponentModel;

    /// <summary>Makes <c>init</c> accessors and records possible.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal static class IsExternalInit;

    [AttributeUsage(
        AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property,
        Inherited = false
    )]
    internal sealed class RequiredMemberAttribute : Attribute;

    [AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName { get; } = featureName;

        public bool IsOptional { get; init; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class CallerArgumentExpressionAttribute(string parameterName) : Attribute
    {
        public string ParameterName { get; } = parameterName;
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
    internal sealed class CollectionBuilderAttribute(Type builderType, string methodName) : Attribute
    {
        public Type BuilderType { get; } = builderType;

        public string MethodName { get; } = methodName;
    }

    [AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property)]
    internal sealed class OverloadResolutionPriorityAttribute(int priority) : Attribute
    {
        public int Priority { get; } = priority;
    }
}
