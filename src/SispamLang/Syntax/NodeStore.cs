namespace SispamLang.Syntax;

/// <summary>Keeps the children of all nodes of a file, side by side in a few arrays.</summary>
internal sealed class NodeStore(int capacity)
{
    private const int BlockSize = 1024;

    private SyntaxNode[] _block = new SyntaxNode[Math.Min(capacity, BlockSize)];
    private int _used;

    /// <summary>Keeps the children of one node.</summary>
    public NodeList Keep(ReadOnlySpan<SyntaxNode> nodes)
    {
        if (_block.Length - _used < nodes.Length)
        {
            _block = new SyntaxNode[Math.Max(nodes.Length, BlockSize)];
            _used = 0;
        }

        // One by one: for the two or three that most nodes have, copying them as a whole costs more than it saves.
        var kept = _block.AsSpan(_used, nodes.Length);
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = nodes[i];
        }

        _used += nodes.Length;
        return new NodeList(_block, _used - nodes.Length, nodes.Length);
    }
}
