using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Signalering.LocalHost;

/// <summary>A <see cref="RangeAttribute"/> of times, written the same in every culture.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeSpanRangeAttribute(string minimum, string maximum) : ValidationAttribute
{
    public override bool IsValid(object? value) => value is TimeSpan time &&
        time >= TimeSpan.Parse(minimum, CultureInfo.InvariantCulture) &&
        time <= TimeSpan.Parse(maximum, CultureInfo.InvariantCulture);

    public override string FormatErrorMessage(string name) => $"{name} is not between {minimum} and {maximum}.";
}
