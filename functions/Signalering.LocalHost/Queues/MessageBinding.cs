using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Storage.Queues.Models;

namespace Signalering.LocalHost;

/// <summary>From a stored message to the values of a function's parameters.</summary>
internal static class MessageBinding
{
    /// <summary>Metadata that Azure binds by name for Service Bus.</summary>
    public static readonly IReadOnlyList<string> ServiceBusNames = ["messageId", "deliveryCount", "enqueuedTimeUtc"];

    /// <summary>Metadata that Azure binds by name for storage queues.</summary>
    public static readonly IReadOnlyList<string> StorageQueueNames = ["id", "dequeueCount", "insertionTime"];

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly FrozenDictionary<string, Func<QueueMessage, object?>> Metadata =
        new Dictionary<string, Func<QueueMessage, object?>>(StringComparer.OrdinalIgnoreCase)
        {
            ["messageId"] = message => message.MessageId,
            ["id"] = message => message.MessageId,
            ["deliveryCount"] = message => message.DequeueCount,
            ["dequeueCount"] = message => message.DequeueCount,
            ["enqueuedTimeUtc"] = message => message.InsertedOn,
            ["insertionTime"] = message => message.InsertedOn,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a body can become this type: text, or a class of the app that JSON is read into.</summary>
    public static bool IsBody(Type type) =>
        type == typeof(string) ||
        (!type.IsPrimitive && !type.IsArray && !type.IsInterface && type.Namespace?.Split('.')[0] is not
            ("System" or "Azure" or "Microsoft"));

    /// <summary>The value of a parameter.</summary>
    /// <exception cref="FormatException">The body is not Base64 of UTF-8 text.</exception>
    /// <exception cref="JsonException">The body does not fit the class.</exception>
    public static object? Bind(FunctionParameter parameter, QueueMessage message)
    {
        if (parameter.Trigger is null)
            return Convert(Metadata[parameter.Name](message), parameter.Type);

        var text = Text(message);
        if (parameter.Type == typeof(string))
            return text;
        return JsonSerializer.Deserialize(text, parameter.Type, JsonSerializerOptions.Web)
            ?? throw new JsonException("The body is the JSON value null.");
    }

    private static string Text(QueueMessage message)
    {
        try
        {
            return StrictUtf8.GetString(System.Convert.FromBase64String(message.Body.ToString()));
        }
        catch (ArgumentException)
        {
            throw new FormatException("The body is Base64 of something else than UTF-8 text.");
        }
    }

    private static object? Convert(object? value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null || type.IsInstanceOfType(value))
            return value;
        return value is DateTimeOffset moment && type == typeof(DateTime)
            ? moment.UtcDateTime
            : System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
    }
}
