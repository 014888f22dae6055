global using System.Collections.Immutable;
global using SispamLang.Programs;
global using SispamLang.Runtime;
// Program and runtime both have these, with equal numbers, as neither knows the other. Here the program's are meant.
global using Mood = SispamLang.Programs.Mood;
global using OutsideKind = SispamLang.Programs.OutsideKind;
global using Placement = SispamLang.Programs.Placement;
global using Situation = SispamLang.Programs.Situation;
global using Threat = SispamLang.Programs.Threat;
