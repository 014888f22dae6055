using System.Collections.Immutable;
using System.Globalization;
using SispamLang.Programs;

namespace SispamLang.CodeGeneration;

/// <summary>What all parts of one emission share: the program, the names in the generated file, and the text so far.</summary>
internal sealed class Emission
{
    // A statement that starts before this column is the whole place, and not a part of it as long as the statement is.
    private const string WholeLine = "1000";

    private readonly ImmutableArray<string> _paths;

    public Emission(DrillProgram program, EmitOptions options)
    {
        Program = program;
        Options = options;
        Namespace = options.Namespace.Length == 0 ? "" : Identifiers.Namespace(options.Namespace);
        ClassName = NameTable.ClassName(options.ClassName, program.Facts.Title);
        Names = new NameTable(program, ClassName);
        Uses = new Features(program);
        Swept = options.Explored is null ? null : new SweepReads(program);
        _paths =
        [
            .. program.Files.Select(file => PathLiteral(options.MapPath is { } map ? map(file.Path) : file.Path)),
        ];
    }

    public DrillProgram Program { get; }

    public EmitOptions Options { get; }

    public CodeWriter Out { get; } = new();

    public string Namespace { get; }

    public string ClassName { get; }

    /// <summary>The class with its namespace, as C# has it.</summary>
    public string TypeName => Namespace.Length == 0 ? ClassName : Namespace + "." + ClassName;

    public NameTable Names { get; }

    /// <summary>What the drill has any of.</summary>
    public Features Uses { get; }

    /// <summary>What the rules depend on that are looked at again after each item; null: only what explores a drill keeps account
    /// of that.</summary>
    public SweepReads? Swept { get; }

    /// <summary>What has been put into the queue so far.</summary>
    public ItemCodes Items { get; } = new();

    /// <summary>
    /// Writes that the next method is built into its callers if the drill is small: the way of an event is then one
    /// stretch of code. In a large drill that would only make the code large.
    /// </summary>
    public void InlineIfSmall()
    {
        if (IsSmall && Options.Inlines)
        {
            Out.Line(FileCode.Inline);
        }
    }

    /// <summary>Few enough timers and rules to have all of it in one place.</summary>
    public bool IsSmall =>
        Options.AsIfSmall || (Program.Timers.Length <= TimerCode.Few && Program.Rules.Length <= TimerCode.Few);

    /// <summary>Writes that an item enters the queue; <paramref name="isFirst"/>: as the first of an instant.</summary>
    public void Enqueue(ItemCode item, string argument, string by, string cause, string site, bool isFirst = false) =>
        Out.Line($"Enqueue<TSink>(ref s, {Items.Use(item, isFirst)}, {argument}, {by}, {cause}, {site});");

    /// <summary>A call that writes an entry; its value is the entry's number.</summary>
    public static string Tell(string code, string a, string b, string c, string by, string cause, string site) =>
        $"Tell<TSink>(ref s, Rt::TraceCode.{code}, {a}, {b}, {c}, {by}, {cause}, {site})";

    /// <summary>A number that is known when the run starts.</summary>
    public string Amount(Amount amount) =>
        amount.Param < 0 ? Literal.Of(amount.Constant) : $"s.Param{Number(amount.Param)}";

    /// <summary>Says that the next line is what stands at that place of the drill; what follows it is machinery that a
    /// debugger steps over.</summary>
    public void At(int site)
    {
        if (!Options.LineDirectives || site < 0)
        {
            return;
        }

        var place = Program.Sites[site];
        // Neither compiler nor PDB know lines and columns beyond these, or an empty span; such a place has no directive.
        var isValid =
            place is { Line: > 0 and < 0xFEEFED, Column: > 0 and < 0xFFFF, EndLine: < 0xFEEFED, EndColumn: < 0xFFFF }
            && (place.EndLine > place.Line || (place.EndLine == place.Line && place.EndColumn > place.Column));
        if (isValid)
        {
            // A directive names the last character of a place, we the one after it.
            Out.Place(
                $"#line ({Number(place.Line)},{Number(place.Column)})-({Number(place.EndLine)},{Number(place.EndColumn - 1)}) {WholeLine} {_paths[place.File]}"
            );
        }
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // A directive knows no escapes: what could end the literal or the line is replaced.
    private static string PathLiteral(string path)
    {
        var characters = path.Select(character =>
            character is '"' or < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' || char.IsSurrogate(character)
                ? '_'
                : character
        );
        return "\"" + string.Concat(characters) + "\"";
    }
}
