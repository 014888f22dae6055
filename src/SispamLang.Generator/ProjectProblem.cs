using System.Globalization;
using Microsoft.CodeAnalysis;
using SispamLang.Dialects;

namespace SispamLang.Generator;

/// <summary>Something that keeps one drill from becoming a class of the project.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Path">The drill's file.</param>
/// <param name="Language">The language in which to tell.</param>
/// <param name="Gaps">What fills the gaps of the message.</param>
internal sealed record ProjectProblem(string Id, string Path, Dialect Language, EquatableList<string> Gaps)
{
    /// <summary>As a message at the drill's first line.</summary>
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(
            Id,
            "SispamLang",
            string.Format(CultureInfo.InvariantCulture, Text, [.. Gaps]),
            DiagnosticSeverity.Error,
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            warningLevel: 0,
            location: Location.Create(Path, default, default)
        );

    private string Text =>
        (Id, Language) switch
        {
            ("SISB01", Dialect.English) => "A drill needs the package {0}. Add it to the project.",
            ("SISB01", _) => "Latihan memerlukan paket {0}. Tambahkan paket itu ke proyek ini.",
            ("SISB02", Dialect.English) =>
                "The project has SispamLang.Runtime {0}, which does not fit the classes that SispamLang.Build {1} makes. "
                    + "Give both packages the same version.",
            ("SISB02", _) =>
                "Proyek ini memakai SispamLang.Runtime {0}, yang tidak cocok dengan kelas buatan SispamLang.Build {1}. "
                    + "Samakan versi kedua paket itu.",
            ("SISB03", Dialect.English) =>
                "The class {0} is made of {1} already. Give this drill another with SispamClassName or SispamNamespace.",
            ("SISB03", _) =>
                "Kelas {0} sudah dibuat dari {1}. Beri latihan ini kelas lain dengan SispamClassName atau SispamNamespace.",
            ("SISB04", Dialect.English) =>
                "The project has a class {0} of its own. Make that one partial, or give this drill another with "
                    + "SispamClassName.",
            ("SISB04", _) =>
                "Proyek ini sudah mempunyai kelas {0}. Jadikan kelas itu partial, atau beri latihan ini kelas lain dengan "
                    + "SispamClassName.",
            _ => throw new InvalidOperationException(Id),
        };
}
