package io.redial.emulator.instance;

/**
 * Something about an instance that most instances never touch. Each is a record with a constant for the usual value,
 * which {@link InstanceState#feature} gives for an instance that has none of its own.
 */
public sealed interface Feature
        permits InstanceAccounts,
                BackupPlan,
                Billing,
                ConnectionLimits,
                DedicatedCluster,
                SizeHistory,
                ReadOnlyMode,
                Isolation,
                ReservedAddresses,
                LogDelivery,
                MaintenanceWindow,
                GroupMembership,
                InstanceNetwork,
                NodePlacement,
                Parameters,
                PendingSwitch,
                PlannedEvents,
                PrimaryNode,
                ReplicaReads,
                SecurityGroups,
                Ssl,
                Tags,
                SoftwareVersions,
                Wan {}
