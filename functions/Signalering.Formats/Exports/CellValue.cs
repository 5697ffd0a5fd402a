using System.Globalization;

namespace Signalering.Formats.Exports;

/// <summary>Values of a spreadsheet as the text that <see cref="Domain.Intake.IExportRows"/> promises.</summary>
internal static class CellValue
{
    /// <summary>Characters that the longest value takes: a double of 309 digits.</summary>
    public const int Longest = 400;

    // The days that a time without a date falls on, in either of Excel's calendars.
    private static readonly DateOnly[] NoDates =
        [new(1899, 12, 30), new(1899, 12, 31), new(1904, 1, 1), new(1904, 1, 2)];

    /// <summary>Writes a value; returns the number of characters.</summary>
    public static int Write(object value, Span<char> room) => value switch
    {
        bool truth => Copy(truth ? "ja" : "nee", room),
        DateTime moment => WriteDate(Round(moment), room),
        TimeSpan duration => WriteDuration(duration, room),
        double number => WriteNumber(number, room),
        IFormattable other => Copy(other.ToString(null, CultureInfo.InvariantCulture), room),
        _ => 0,
    };

    // Fifteen digits, as Excel shows and ClosedXML writes them: a sum that is 0.30000000000000004 in the file is 0,3.
    private static int WriteNumber(double number, Span<char> room)
    {
        if (!number.TryFormat(room, out var length, "G15", CultureInfo.InvariantCulture))
            return 0;
        if (room[..length].Contains('E')
            && decimal.TryParse(room[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
            exact.TryFormat(room, out length, default, CultureInfo.InvariantCulture);
        room[..length].Replace('.', ',');
        return length;
    }

    private static int WriteDate(DateTime moment, Span<char> room)
    {
        if (moment.TimeOfDay != TimeSpan.Zero && Array.IndexOf(NoDates, DateOnly.FromDateTime(moment)) >= 0)
            return WriteDuration(moment.TimeOfDay, room);
        var format = moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss";
        return moment.TryFormat(room, out var length, format, CultureInfo.InvariantCulture) ? length : 0;
    }

    // Hours above a day go on counting, and seconds are left out when there are none: 0:45, 26:30, 1:02:03.
    private static int WriteDuration(TimeSpan duration, Span<char> room)
    {
        var seconds = (long)Math.Round(duration.TotalSeconds, MidpointRounding.AwayFromZero);
        var sign = seconds < 0 ? "-" : "";
        seconds = Math.Abs(seconds);
        var text = string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds / 3600}:{seconds / 60 % 60:00}");
        if (seconds % 60 != 0)
            text += string.Create(CultureInfo.InvariantCulture, $":{seconds % 60:00}");
        return Copy(text, room);
    }

    // A moment is a fraction of a day in a double: 14:00 comes out as 13:59:59.9999.
    private static DateTime Round(DateTime moment)
    {
        var over = moment.Ticks % TimeSpan.TicksPerSecond;
        var down = moment.AddTicks(-over);
        var isNearer = over >= TimeSpan.TicksPerSecond / 2 && down <= DateTime.MaxValue.AddSeconds(-1);
        return isNearer ? down.AddSeconds(1) : down;
    }

    private static int Copy(string text, Span<char> room)
    {
        text.CopyTo(room);
        return text.Length;
    }
}
