using SispamLang.Runtime;

namespace SispamLang.Cli.Desk;

/// <summary>An inject that the control staff delivers.</summary>
/// <param name="Info">What it says, from whom, to whom.</param>
/// <param name="Entry">The entry that sent it.</param>
/// <param name="TimeMs">When it was sent.</param>
/// <param name="IsDelivered">It was ticked off.</param>
/// <param name="IsDue">The time to respond to it is over.</param>
internal readonly record struct DeskInject(InjectInfo Info, int Entry, long TimeMs, bool IsDelivered, bool IsDue);
