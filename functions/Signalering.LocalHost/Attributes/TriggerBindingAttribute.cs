namespace Signalering.LocalHost;

/// <summary>What makes a function run; stands on the parameter that receives it. The derived types of this assembly
/// are all there are: functions select them by a using, never by inheritance.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : Attribute
{
    private protected TriggerBindingAttribute()
    {
    }
}
