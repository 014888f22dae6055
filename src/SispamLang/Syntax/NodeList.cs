using System.Collections;

namespace SispamLang.Syntax;

/// <summary>The children of a node, in the order of the text.</summary>
/// <remarks>A run of an array that it shares with other nodes of its file: most nodes have two or three children, and an
/// array for each would be a third of all the objects of a tree.</remarks>
public readonly struct NodeList : IReadOnlyList<SyntaxNode>
{
    private readonly SyntaxNode[] _nodes;
    private readonly int _first;

    internal NodeList(SyntaxNode[] nodes, int first, int length)
    {
        _nodes = nodes;
        _first = first;
        Length = length;
    }

    /// <summary>How many.</summary>
    public int Length { get; }

    /// <summary>There is none.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>One of them.</summary>
    public SyntaxNode this[int index] => Span[index];

    int IReadOnlyCollection<SyntaxNode>.Count => Length;

    private ReadOnlySpan<SyntaxNode> Span => new(_nodes, _first, Length);

    /// <summary>Some of them.</summary>
    /// <param name="start">The index of the first.</param>
    /// <param name="length">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not that many.</exception>
    public NodeList Slice(int start, int length)
    {
        _ = Span.Slice(start, length);
        return new NodeList(_nodes, _first + start, length);
    }

    /// <summary>One after the other.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<SyntaxNode> IEnumerable<SyntaxNode>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes through a list.</summary>
    public struct Enumerator : IEnumerator<SyntaxNode>
    {
        private readonly NodeList _list;
        private int _index;

        internal Enumerator(NodeList list)
        {
            _list = list;
            _index = -1;
        }

        /// <inheritdoc/>
        public readonly SyntaxNode Current => _list._nodes[_list._first + _index];

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++_index < _list.Length;

        /// <inheritdoc/>
        public void Reset() => _index = -1;

        /// <inheritdoc/>
        public readonly void Dispose() { }
    }
}
