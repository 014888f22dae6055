global using SispamLang.Programs;
global using SispamLang.Runtime;
// Both have these, with equal numbers; programs are written with the program's.
global using Mood = SispamLang.Programs.Mood;
global using OutsideKind = SispamLang.Programs.OutsideKind;
global using Situation = SispamLang.Programs.Situation;
global using Threat = SispamLang.Programs.Threat;
