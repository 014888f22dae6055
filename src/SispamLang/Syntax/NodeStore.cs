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

        nodes.CopyTo(_block.AsSpan(_used));
        _used += nodes.Length;
        return new NodeList(_block, _used - nodes.Length, nodes.Length);
    }
}
