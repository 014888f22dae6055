using SispamLang.LanguageServer;

return StandardStreams.Serve(StandardStreams.ClientProcessIn(args));
