using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Signalering.Functions.Tests.Leaks;

/// <summary>Keeps every line that anything logs, at every level, with its values, scopes and exceptions.</summary>
internal sealed class KeptLog : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
        // Nothing is open.
    }

    private sealed class Logger(KeptLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : string.Empty;
            log._scopes.ForEachScope((scope, lines) => lines.Enqueue($"{scope}"), log.Lines);
            log.Lines.Enqueue($"{category} {formatter(state, exception)} {values} {exception}");
        }
    }
}
