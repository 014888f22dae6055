using System.Collections;
using SispamLang.Text;

namespace SispamLang.Syntax;

/// <summary>What stands between two tokens, in order and without gaps. It is read off the text each time.</summary>
public readonly struct TriviaList : IEnumerable<Trivia>
{
    private readonly SourceText _text;
    private readonly TextSpan _span;

    internal TriviaList(SourceText text, TextSpan span)
    {
        _text = text;
        _span = span;
    }

    /// <summary>There is a comment among it.</summary>
    public bool HasComment => _text.Slice(_span).IndexOf('#') >= 0;

    /// <summary>One after the other.</summary>
    public Enumerator GetEnumerator() => new(_text.Content, _span);

    IEnumerator<Trivia> IEnumerable<Trivia>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes through trivia.</summary>
    public struct Enumerator : IEnumerator<Trivia>
    {
        private readonly string _content;
        private readonly int _start;
        private readonly int _end;
        private int _position;

        internal Enumerator(string content, TextSpan span)
        {
            _content = content;
            _start = _position = span.Start;
            _end = span.End;
        }

        /// <inheritdoc/>
        public Trivia Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (_position >= _end)
            {
                return false;
            }

            var first = _position;
            var kind = _content[first] switch
            {
                '\r' or '\n' => TriviaKind.LineEnd,
                '#' => TriviaKind.Comment,
                _ => TriviaKind.WhiteSpace,
            };
            _position = kind == TriviaKind.LineEnd ? AfterLineEnd() : EndOf(kind);
            Current = new Trivia(kind, TextSpan.FromBounds(first, _position));
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => _position = _start;

        /// <inheritdoc/>
        public readonly void Dispose() { }

        private readonly int AfterLineEnd() =>
            _content[_position] == '\r' && _position + 1 < _end && _content[_position + 1] == '\n'
                ? _position + 2
                : _position + 1;

        // A comment goes on to the end of its line, blanks up to a comment.
        private readonly int EndOf(TriviaKind kind)
        {
            var end = _position;
            while (
                end < _end
                && _content[end] is not ('\r' or '\n')
                && (kind == TriviaKind.Comment || _content[end] != '#')
            )
            {
                end++;
            }

            return end;
        }
    }
}
