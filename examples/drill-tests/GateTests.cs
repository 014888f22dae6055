using SispamLang.Runtime;
using Xunit;

namespace DrillTests;

/// <summary>What the drill at the gate must do, asked through its typed runner.</summary>
public class GateTests
{
    private readonly Gate _drill = new();

    public GateTests() => _drill.Start(seed: 1);

    [Fact]
    public void Negotiators_are_sent_first()
    {
        _drill.RaiseCrowdGathers();

        Assert.Equal(Placement.OnTheWay, _drill.PlacementOf(Gate.UnitId.Negosiator));
        Assert.Equal(Placement.Standby, _drill.PlacementOf(Gate.UnitId.DalmasAwal));
    }

    [Fact]
    public void The_line_is_there_three_minutes_after_the_crowd_escalates()
    {
        _drill.RaiseCrowdGathers();
        _drill.RaiseCrowdEscalates();
        _drill.AdvanceTo(3 * 60_000);

        Assert.Equal(Placement.AtPlace, _drill.PlacementOf(Gate.UnitId.DalmasAwal));
        Assert.Equal(Gate.PlaceId.Gate, _drill.PlaceOf(Gate.UnitId.DalmasAwal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void When_the_crowd_goes_home_the_drill_is_over(ulong seed)
    {
        _drill.Start(seed);
        _drill.RaiseCrowdGathers();
        _drill.RaiseCrowdDisperses();

        Assert.True(_drill.HasEnded);
    }
}
